// Somebody of ours judges that the customer is not, or no longer, unhappy, and says why. What is noticed later counts again.
import * as cases from '#cases'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { notUnhappy, type Unhappy } from '../contract.ts'
import { insertCalming } from '../store/unhappy.ts'
import { sumUp } from './notice.ts'
import { showUnhappy } from './show.ts'

export async function calm(work: Work, { case: id, because }: { case: CaseId; because: string }): Promise<Unhappy> {
  const of = await cases.holdCase(work, id, 'case.note')
  if ((await showUnhappy(work, [of.id]))[0]!.signals.length === 0) throw refuse(notUnhappy, {})
  const person = work.actor.kind === 'person' ? work.actor.id : null
  await insertCalming(work, { id: newId(work.now), case_id: of.id, person, by: actorId(work.actor), because })
  await sumUp(work, of.id, because)
  return (await showUnhappy(work, [of.id]))[0]!
}
