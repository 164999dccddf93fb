// What was to be read where the conversation is, and was not fetched there, leaves by another way: the very same message, to an address.
import type { Work } from '#base/work'
import { messageQueued, type Address, type InteractionId } from './contract.ts'
import { addParticipants } from './store/conversation.ts'
import { recordDetour } from './store/interaction.ts'

/** False when there is nothing to redirect: it was held back, or it travels by another way already. Whoever gets it may answer it. */
export async function redirect(work: Work, id: InteractionId, by: { channel: string; to: Address }): Promise<boolean> {
  const of = await recordDetour(work, id, by)
  if (!of) return false
  await addParticipants(work, of.conversation_id, [by.to.address.toLowerCase().slice(0, 400)])
  const leaves_at = work.now.toString()
  work.publish(messageQueued, { ...of, interaction_id: id, channel: by.channel, leaves_at }, { case_id: of.case_id })
  return true
}
