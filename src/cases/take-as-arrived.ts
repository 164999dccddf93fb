// Nobody knows whether an uncertain message arrived; somebody decides that it did, and it is not sent again. Who decided stays known.
import { audit } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { messageSettled, nothingToRetry, type CaseId, type InteractionId } from './contract.ts'
import { isPartOf } from './family.ts'
import { holdMain } from './need.ts'
import { recordFailure } from './store/case.ts'
import { findInteraction, moveAndFind } from './store/interaction.ts'

export async function takeAsArrived(
  work: Work,
  { id: named, interaction }: { id: CaseId; interaction: InteractionId },
): Promise<object> {
  const { id } = await holdMain(work, named, 'case.reply')
  const found = await findInteraction(work, interaction)
  if (found?.direction !== 'out' || !(await isPartOf(work, found.case_id, id))) throw refuse(notFound, {})
  const detail = found.state_detail
  const of = await moveAndFind(work, interaction, { from: ['uncertain'], to: 'handed_over', detail })
  if (!of) throw refuse(nothingToRetry, {})
  await recordFailure(work, id, false)
  await audit(work, 'case.taken_as_arrived', { about: id, details: { interaction } })
  work.publish(
    messageSettled,
    { case_id: id, interaction_id: interaction, state: 'handed_over', detail, owner: of.owner_id },
    { case_id: id },
  )
  return {}
}
