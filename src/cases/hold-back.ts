// Undo: an answer that has not left is held back. A compare-and-set against the channel that may be taking it this very moment.
import { refuse, type Work } from '#base/work'
import { notFound } from '#base/refusal'
import { messageCancelled, replyGone, type CaseId, type InteractionId } from './contract.ts'
import { holdCase } from './need.ts'
import { reopenForFailure } from './reopen.ts'
import { untouchReply } from './store/case.ts'
import { findInteraction, moveState } from './store/interaction.ts'

export async function holdBack(work: Work, { id, interaction }: { id: CaseId; interaction: InteractionId }): Promise<object> {
  const of = await holdCase(work, id, 'case.reply')
  const found = await findInteraction(work, interaction)
  if (!found || found.case_id !== id || found.direction !== 'out') throw refuse(notFound, {})
  const held = await moveState(work, interaction, { from: ['queued'], to: 'cancelled', detail: null })
  if (held === 0) throw refuse(replyGone, { state: found.state })
  await untouchReply(work, id)
  if (of.closed_at?.equals(found.at)) await reopenForFailure(work, id) // sent and closed in one gesture, undone in one
  work.publish(messageCancelled, { case_id: id, interaction_id: interaction }, { case_id: id })
  return {}
}
