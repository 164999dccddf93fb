import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { absenceBackwards, absencePlanned, absencesOverlap, type AbsenceId, type NewAbsence } from './contract.ts'
import { needActive, needDeputy } from './need.ts'
import { allowFor, isSelf } from './permit.ts'
import { insertAbsence, isOverlap } from './store/absence.ts'

export async function planAbsence(work: Work, given: NewAbsence): Promise<{ id: AbsenceId; version: number }> {
  const { person_id: person, reason, deputy_id: deputy } = given
  if (!isSelf(work, person)) await allowFor(work, person)
  const id = newId<'absence'>(work.now)
  const [starts_at, ends_at] = [Temporal.Instant.from(given.starts_at), Temporal.Instant.from(given.ends_at)]
  if (Temporal.Instant.compare(starts_at, ends_at) >= 0) throw refuse(absenceBackwards, {})
  await needActive(work, person)
  await needDeputy(work, person, deputy)
  await insertAbsence(work, { id, person_id: person, starts_at, ends_at, reason, deputy_id: deputy }).catch(refusedByConstraint)
  work.publish(absencePlanned, { absence: id, person, starts_at: String(starts_at), ends_at: String(ends_at), deputy })
  return { id, version: 1 }
}

export function refusedByConstraint(error: unknown): never {
  throw isOverlap(error) ? refuse(absencesOverlap, {}) : error
}
