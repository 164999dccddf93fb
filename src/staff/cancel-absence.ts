import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { absenceCancelled, type AbsenceId } from './contract.ts'
import { allowFor, isSelf } from './permit.ts'
import { cancelAbsence as cancel, findAbsence } from './store/absence.ts'

export async function cancelAbsence(work: Work, { id }: { id: AbsenceId }): Promise<object> {
  const current = await findAbsence(work, id)
  if (!current) throw refuse(notFound, {})
  if (!isSelf(work, current.person_id)) await allowFor(work, current.person_id)
  await cancel(work, id)
  work.publish(absenceCancelled, { absence: id, person: current.person_id })
  return {}
}
