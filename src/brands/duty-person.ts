import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { EntryPointId } from './contract.ts'
import { turnsAt } from './rules/duty.ts'
import { turnsAround } from './store/duty.ts'
import { findEntryPoint } from './store/entry-point.ts'

export type OnDuty = { person: PersonId; because: 'rota' | 'default' }

// Whose door it is at an instant: always somebody. Absences are not looked at here; who stands in for the absent is known to staff.
export async function dutyPerson(work: Work, entryPoint: EntryPointId, at: Temporal.Instant = work.now): Promise<OnDuty> {
  const [door, turns] = await Promise.all([findEntryPoint(work, entryPoint), turnsAround(work, entryPoint, at)])
  if (!door) throw refuse(notFound, {})
  const onTurn = turnsAt(turns, at, door.zone)
  const found = await staff.find(work, [...onTurn, door.duty_person_id])
  const person = onTurn.find((id) => found.get(id)?.active)
  if (person) return { person, because: 'rota' }
  if (found.get(door.duty_person_id)?.active) return { person: door.duty_person_id, because: 'default' }
  // The default left a moment ago and our reader has not yet put the successor in place.
  const successor = await staff.standIn(work, door.duty_person_id, at)
  return { person: successor?.person ?? door.duty_person_id, because: 'default' }
}
