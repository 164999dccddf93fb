import { overtaken } from '#base/overtaken'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  absenceAnswered,
  absenceApproved,
  absenceAsked,
  absenceOver,
  absencePlanned,
  type AbsenceEdit,
  type AbsenceId,
} from './contract.ts'
import { needDeputy } from './need.ts'
import { allowFor, isSelf, mayApprove } from './permit.ts'
import { needFree, refusedByConstraint, spanOf } from './plan-absence.ts'
import { findAbsence, updateAbsence, type AbsenceRow } from './store/absence.ts'

export async function editAbsence(work: Work, { id, version, ...changes }: AbsenceEdit): Promise<{ version: number }> {
  const { current, approves } = await needEditable(work, id)
  const person = current.person_id
  const span = spanOf({
    starts_at: changes.starts_at ?? String(current.starts_at),
    ends_at: changes.ends_at ?? String(current.ends_at),
  })
  if (!approves && !isWithin(span, current)) throw refuse(absenceApproved, {})
  const { reason = current.reason, deputy_id = current.deputy_id } = changes
  if (deputy_id !== current.deputy_id) await needDeputy(work, person, deputy_id)
  await needFree(work, { person, ...span, but: id })
  const changed = await updateAbsence(work, { id, version, ...span, reason, deputy_id }).catch(refusedByConstraint)
  if (changed === 0) throw overtaken(await findAbsence(work, id), version)
  const told = { absence: id, person, starts_at: String(span.starts_at), ends_at: String(span.ends_at), deputy: deputy_id }
  if (current.state === 'asked') work.publish(absenceAsked, told)
  else work.publish(absencePlanned, { ...told, sudden: current.sudden })
  return { version: version + 1 }
}

async function needEditable(work: Work, id: AbsenceId): Promise<{ current: AbsenceRow; approves: boolean }> {
  const current = await findAbsence(work, id)
  if (!current) throw refuse(notFound, {})
  const approves = await mayApprove(work, current.person_id)
  if (!approves && !isSelf(work, current.person_id)) await allowFor(work, current.person_id, 'absence.approve')
  if (current.state === 'declined') throw refuse(absenceAnswered, { state: current.state })
  if (Temporal.Instant.compare(current.ends_at, work.now) <= 0) throw refuse(absenceOver, {})
  return { current, approves }
}

// What somebody approved is not made longer by who asked for it. Of a sudden one nobody knew the end.
function isWithin(span: { starts_at: Temporal.Instant; ends_at: Temporal.Instant }, current: AbsenceRow): boolean {
  if (current.state === 'asked' || current.sudden) return true
  const isLater = Temporal.Instant.compare(span.ends_at, current.ends_at) > 0
  return !isLater && Temporal.Instant.compare(span.starts_at, current.starts_at) >= 0
}
