// What a channel needs to carry a message away.
import { readFile } from '#base/files'
import type { Work } from '#base/work'
import type { InteractionId } from './contract.ts'
import { findCaseOf } from './store/case.ts'
import { attachmentsOfInteraction, findInteraction } from './store/interaction.ts'
import { findConversationOf } from './store/conversation.ts'
import { recordSender } from './store/interaction.ts'
import * as staff from '#staff'
import type { Address } from './contract.ts'

export async function outgoing(work: Work, id: InteractionId) {
  const [interaction, conversation, of, files] = await Promise.all([
    findInteraction(work, id),
    findConversationOf(work, id),
    findCaseOf(work, id),
    attachmentsOfInteraction(work, id),
  ])
  if (!interaction || !conversation || !of) return null
  const attachments = []
  for (const file of files) attachments.push({ ...file, bytes: await readFile(work, file.file_id) })
  const author = interaction.author_id
    ? ((await staff.find(work, [interaction.author_id])).get(interaction.author_id) ?? null)
    : null
  const recordSent = (within: Work, sent: { from: Address; original: string }): Promise<number> => recordSender(within, id, sent)
  return {
    interaction,
    conversation,
    author,
    recordSent,
    case: { id: of.id, number: of.number, owner: of.owner_id, brand: of.brand_id, customer: of.customer_id },
    attachments,
  }
}
export type Outgoing = NonNullable<Awaited<ReturnType<typeof outgoing>>>
