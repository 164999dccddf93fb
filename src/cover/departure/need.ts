import * as staff from '#staff'
import { notAllowed } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { departureOver, departureUnknown, type DepartureId } from '../contract.ts'
import { findDeparture, lockDeparture, type DepartureRow } from '../store/departure.ts'

// Prepared by whoever manages the person.
export async function refuseStrangers(work: Work, person: PersonId): Promise<void> {
  if (work.actor.kind !== 'system' && !(await staff.mayManage(work, person)))
    throw refuse(notAllowed, { permission: 'staff.manage' })
}

export async function needDeparture(work: Work, id: DepartureId): Promise<DepartureRow> {
  const found = await findDeparture(work, id)
  if (!found) throw refuse(departureUnknown, {})
  await refuseStrangers(work, found.person_id)
  return found
}

export async function holdDeparture(work: Work, id: DepartureId): Promise<DepartureRow> {
  await needDeparture(work, id)
  const held = (await lockDeparture(work, id))!
  if (held.finished_at || held.called_off_at) throw refuse(departureOver, {})
  return held
}
