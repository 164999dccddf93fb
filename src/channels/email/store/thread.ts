import { nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { ConversationId, Filed, InteractionId } from '#cases/contract'

type Heard = { filed: Filed; message_id: string | null; sent_to: string | null }
const upTo = (most: number, text: string | null): string | null => (text && text.length <= most ? text : null)

export const insertHeard = (work: Work, heard: readonly Heard[]) => work.sql.run`
  insert into channels.heard (tenant_id, interaction_id, conversation_id, message_id, sent_to, at)
  select ${work.tenant}, interaction_id, conversation_id, message_id, sent_to, ${work.now}
  from unnest(${heard.map((h) => h.filed.interaction)}::uuid[], ${heard.map((h) => h.filed.conversation)}::uuid[],
    ${heard.map((h) => upTo(998, h.message_id))}::text[], ${heard.map((h) => upTo(400, h.sent_to))}::text[])
    as h (interaction_id, conversation_id, message_id, sent_to)
  on conflict do nothing`

export const lastMessageId = (work: Work, conversation: ConversationId) => work.sql.maybeOne({
  message_id: nullable(text),
  to: nullable(text),
})`
  select message_id, sent_to as "to" from channels.heard
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} order by at desc, interaction_id desc limit 1`

export const interactionOfMail = (work: Work, messageId: string) => work.sql.maybeOne({ interaction_id: uuid<InteractionId>() })`
  select interaction_id from channels.heard where tenant_id = ${work.tenant} and message_id = ${messageId} limit 1`
