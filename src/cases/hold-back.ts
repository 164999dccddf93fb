// Undo: an answer that has not left is held back. A compare-and-set against the channel that may be taking it this very moment.
import { refuse, type Work } from '#base/work'
import { notFound } from '#base/refusal'
import { messageCancelled, replyGone, type CaseId, type InteractionId } from './contract.ts'
import { isPartOf } from './family.ts'
import { holdMain } from './need.ts'
import { reopenForFailure } from './reopen.ts'
import { untouchReply } from './store/case.ts'
import { findInteraction, moveState } from './store/interaction.ts'

export async function holdBack(
  work: Work,
  { id: named, interaction }: { id: CaseId; interaction: InteractionId },
): Promise<object> {
  const of = await holdMain(work, named, 'case.reply')
  const id = of.id
  const found = await findInteraction(work, interaction)
  if (found?.direction !== 'out' || !(await isPartOf(work, found.case_id, id))) throw refuse(notFound, {})
  const held = await moveState(work, interaction, { from: ['queued'], to: 'cancelled', detail: null })
  if (held === 0) throw refuse(replyGone, { state: found.state })
  await untouchReply(work, id)
  if (found.case_id !== id) await untouchReply(work, found.case_id)
  if (of.closed_at?.equals(found.at)) await reopenForFailure(work, id) // sent and closed in one gesture, undone in one
  work.publish(messageCancelled, { case_id: id, interaction_id: interaction }, { case_id: id })
  return {}
}
