import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { absenceBackwards, absencePlanned, type AbsenceEdit } from './contract.ts'
import { needDeputy } from './need.ts'
import { overtaken } from '#base/overtaken'
import { allowFor, isSelf } from './permit.ts'
import { refusedByConstraint } from './plan-absence.ts'
import { findAbsence, updateAbsence } from './store/absence.ts'

export async function editAbsence(work: Work, { id, version, ...changes }: AbsenceEdit): Promise<{ version: number }> {
  const current = await findAbsence(work, id)
  if (!current) throw refuse(notFound, {})
  const person = current.person_id
  if (!isSelf(work, person)) await allowFor(work, person)
  const starts_at = Temporal.Instant.from(changes.starts_at ?? current.starts_at)
  const ends_at = Temporal.Instant.from(changes.ends_at ?? current.ends_at)
  const { reason = current.reason, deputy_id = current.deputy_id } = changes
  if (Temporal.Instant.compare(starts_at, ends_at) >= 0) throw refuse(absenceBackwards, {})
  if (deputy_id !== current.deputy_id) await needDeputy(work, person, deputy_id)
  const changed = await updateAbsence(work, { id, version, starts_at, ends_at, reason, deputy_id }).catch(refusedByConstraint)
  if (changed === 0) throw overtaken(await findAbsence(work, id), version)
  work.publish(absencePlanned, { absence: id, person, starts_at: String(starts_at), ends_at: String(ends_at), deputy: deputy_id })
  return { version: version + 1 }
}
