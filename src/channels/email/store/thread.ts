import { nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { ConversationId, Filed, InteractionId } from '#cases/contract'

export const insertHeard = (work: Work, h: { filed: Filed; message_id: string | null; sent_to: string | null }) => work.sql.run`
  insert into channels.heard (tenant_id, interaction_id, conversation_id, message_id, sent_to, at)
  values (${work.tenant}, ${h.filed.interaction}, ${h.filed.conversation}, ${h.message_id && h.message_id.length <= 998 ? h.message_id : null},
    ${h.sent_to && h.sent_to.length <= 400 ? h.sent_to : null}, ${work.now})
  on conflict do nothing`

export const lastMessageId = (work: Work, conversation: ConversationId) => work.sql.maybeOne({ message_id: nullable(text), to: nullable(text) })`
  select message_id, sent_to as "to" from channels.heard
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} order by at desc, interaction_id desc limit 1`

export const findArrivalOf = (work: Work, messageId: string) => work.sql.maybeOne({ message_id: nullable(text) })`
  select message_id from channels.heard where tenant_id = ${work.tenant} and message_id = ${messageId} limit 1`

export const interactionOfMail = (work: Work, messageId: string) => work.sql.maybeOne({ interaction_id: uuid<InteractionId>() })`
  select interaction_id from channels.heard where tenant_id = ${work.tenant} and message_id = ${messageId} limit 1`
