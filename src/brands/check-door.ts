// What must hold for an entry point before it is saved. The database holds to it too; here it is said in words.
import * as calendars from '#calendars'
import * as staff from '#staff'
import { allow } from '#access'
import { isConflict } from '#base/database'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { addressInvalid, addressNeeded, addressTaken, dutyPersonGone, oneCatchAll } from './contract.ts'
import { normaliseMailAddress } from './rules/address.ts'
import type { EntryPointFields } from './store/entry-point.ts'

export async function checkDoor(work: Work, door: EntryPointFields, before?: EntryPointFields): Promise<EntryPointFields> {
  // A catch-all takes mail meant for nobody yet: not for every brand's manager to claim.
  if (door.accepts_any && !before?.accepts_any) allow(work, 'tenant.manage')
  if (door.accepts_any && door.kind !== 'email') throw refuse(oneCatchAll, {})
  const hours = door.calendar_id === before?.calendar_id ? null : door.calendar_id
  if (hours && !(await calendars.isKept(work, hours))) throw refuse(notFound, {})
  if (!(await staff.active(work, door.duty_person_id))) throw refuse(dutyPersonGone, {})
  return door.kind === 'email' ? { ...door, address: mailAddress(door) } : door
}

function mailAddress({ address, accepts_any }: EntryPointFields): string | null {
  if (address === null && !accepts_any) throw refuse(addressNeeded, {})
  const normal = address === null ? null : normaliseMailAddress(address)
  if (address !== null && normal === null) throw refuse(addressInvalid, {})
  return normal
}

export function refusedByIndex(error: unknown): never {
  if (isConflict(error, 'entry_point_accepts_any')) throw refuse(oneCatchAll, {})
  if (isConflict(error, 'entry_point_email') || isConflict(error, 'entry_point_address')) throw refuse(addressTaken, {})
  throw error
}
