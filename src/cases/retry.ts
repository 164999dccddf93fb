// Somebody decided that a failed or uncertain message should go again, or one that was kept while there was no relay: the very same mail,
// with the same Message-ID.
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { messageQueued, nothingToRetry, type CaseId, type InteractionId } from './contract.ts'
import { isPartOf } from './family.ts'
import { holdMain } from './need.ts'
import { recordFailure } from './store/case.ts'
import { findConversation } from './store/conversation.ts'
import { findInteraction, moveState } from './store/interaction.ts'

export async function retry(work: Work, { id: named, interaction }: { id: CaseId; interaction: InteractionId }): Promise<object> {
  const { id } = await holdMain(work, named, 'case.reply')
  const found = await findInteraction(work, interaction)
  if (found?.direction !== 'out' || !(await isPartOf(work, found.case_id, id))) throw refuse(notFound, {})
  const moved = await moveState(work, interaction, { from: ['failed', 'uncertain', 'kept'], to: 'queued', detail: null })
  if (moved === 0) throw refuse(nothingToRetry, {})
  const conversation = await findConversation(work, found.conversation_id)
  await recordFailure(work, id, false)
  const channel = found.travels_by ?? conversation?.channel ?? ''
  const leaves_at = work.now.toString()
  work.publish(
    messageQueued,
    { case_id: id, conversation_id: found.conversation_id, interaction_id: interaction, channel, leaves_at },
    { case_id: id },
  )
  return {}
}
