// Somebody accepted what was offered to them: they work on the case from now on. Whoever answers for it stays the same, except where nobody in
// particular had been chosen (whoever was on duty at the door): then whoever accepts may be the one who answers.
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import { isNobodyInParticular, type CaseId } from './contract.ts'
import { handleAsRouted } from './handle.ts'
import { holdMain } from './need.ts'
import { currentOwnerships } from './store/ownership.ts'

type Accepted = { id: CaseId; person: PersonId; answers_for_it: boolean } // the last: what the queue says of cases nobody was chosen for

export async function takeAsRouted(work: Work, { id, person, answers_for_it }: Accepted): Promise<{ case_id: CaseId }> {
  const found = await holdMain(work, id, 'case.reply')
  await handleAsRouted(work, { id: found.id, person })
  if (!answers_for_it || found.closed_at || found.owner_id === person) return { case_id: found.id }
  const [current] = await currentOwnerships(work, [found.id])
  if (!isNobodyInParticular(current?.chosen_by)) return { case_id: found.id }
  await changeOwner(work, found, { person, chosen_by: 'routed', by: actorId(work.actor) })
  return { case_id: found.id }
}
