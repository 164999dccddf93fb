// What must hold for an entry point before it is saved. The database holds to it too; here it is said in words.
import * as staff from '#staff'
import { allow } from '#access'
import { isConflict } from '#base/database'
import { refuse, type Work } from '#base/work'
import { addressInvalid, addressNeeded, addressTaken, dutyPersonGone, oneCatchAll } from './contract.ts'
import { normaliseMailAddress } from './rules/address.ts'
import type { EntryPointFields } from './store/entry-point.ts'

export async function checkDoor(work: Work, door: EntryPointFields): Promise<EntryPointFields> {
  if (door.accepts_any) allow(work, 'tenant.manage') // it takes mail meant for nobody yet: not for every brand's manager
  if (door.accepts_any && door.kind !== 'email') throw refuse(oneCatchAll, {})
  if (door.kind === 'email' && door.address === null && !door.accepts_any) throw refuse(addressNeeded, {})
  const address = door.kind === 'email' && door.address !== null ? normaliseMailAddress(door.address) : door.address
  if (door.address !== null && address === null) throw refuse(addressInvalid, {})
  if (!(await staff.active(work, door.duty_person_id))) throw refuse(dutyPersonGone, {})
  return { ...door, address }
}

export function refusedByIndex(error: unknown): never {
  if (isConflict(error, 'entry_point_accepts_any')) throw refuse(oneCatchAll, {})
  if (isConflict(error, 'entry_point_email') || isConflict(error, 'entry_point_address')) throw refuse(addressTaken, {})
  throw error
}
