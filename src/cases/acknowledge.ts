// "We have your message": written by the house, not by a person. It never makes a case look answered.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { messageQueued, type Address, type CaseId, type ConversationId, type InteractionId } from './contract.ts'
import { insertInteraction } from './store/interaction.ts'

export type Acknowledgement = {
  case: CaseId
  conversation: ConversationId
  channel: string
  to: Address
  subject: string
  text: string
  html: string
  language: string
}

export async function acknowledge(work: Work, a: Acknowledgement): Promise<InteractionId> {
  const id = newId<'interaction'>(work.now)
  await insertInteraction(work, {
    id, case_id: a.case, conversation_id: a.conversation, direction: 'out', kind: 'acknowledgement', at: work.now, sent_at: null, author_id: null,
    customer_id: null, from: { name: '', address: '' }, recipients: { to: [a.to], cc: [], more: 0 }, subject: a.subject, text: a.text, visible_text: a.text,
    html: a.html, language: a.language, source: null, original_file_id: null, marks: {}, state: 'queued', leaves_at: work.now,
  }) // prettier-ignore
  const leaves_at = work.now.toString()
  work.publish(
    messageQueued,
    {
      case_id: a.case,
      conversation_id: a.conversation,
      interaction_id: id,
      channel: a.channel,
      leaves_at,
      kind: 'acknowledgement',
    },
    { case_id: a.case },
  )
  return id
}
