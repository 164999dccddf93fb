import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { absenceCancelled, absenceOver, type AbsenceId } from './contract.ts'
import { allowFor, isSelf } from './permit.ts'
import { endOrCancel, findAbsence } from './store/absence.ts'

// Back already: what is under way ends now, for it was so until now.
export async function cancelAbsence(work: Work, { id }: { id: AbsenceId }): Promise<object> {
  const current = await findAbsence(work, id)
  if (!current) throw refuse(notFound, {})
  if (!isSelf(work, current.person_id)) await allowFor(work, current.person_id, 'absence.approve')
  if ((await endOrCancel(work, id)) === 0) throw refuse(absenceOver, {})
  work.publish(absenceCancelled, { absence: id, person: current.person_id })
  return {}
}
