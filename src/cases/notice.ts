// A line the house says in a conversation: a greeting, who takes over. It asks nothing, answers nothing, and waits for nobody.
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { messageNoticed, type CaseId, type ConversationId, type InteractionId } from './contract.ts'
import { insertInteraction } from './store/interaction.ts'

export type Notice = {
  case: CaseId
  conversation: ConversationId
  channel: string
  text: string
  language: string
  about?: PersonId | undefined // whom it introduces
}

export async function notice(work: Work, n: Notice): Promise<InteractionId> {
  const id = newId<'interaction'>(work.now)
  await insertInteraction(work, {
    id, case_id: n.case, conversation_id: n.conversation, direction: 'out', kind: 'notice', at: work.now, sent_at: null, author_id: n.about ?? null,
    customer_id: null, from: { name: '', address: '' }, recipients: { to: [], cc: [], more: 0 }, subject: '', text: n.text, visible_text: n.text,
    html: null, language: n.language, source: null, original_file_id: null, marks: {}, state: 'handed_over', leaves_at: null,
  }) // prettier-ignore
  const about = { case_id: n.case }
  work.publish(messageNoticed, { ...about, conversation_id: n.conversation, interaction_id: id, channel: n.channel }, about)
  return id
}
