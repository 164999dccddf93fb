import { nullable, text, texts, uuid } from '#base/sql'
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

// What the next mail of a conversation answers and where that was sent, and what ours were called, oldest first: for its References.
export const lettersSoFar = (work: Work, conversation: ConversationId) => work.sql.one({
  theirs: nullable(text),
  heard_at: nullable(text),
  ours: texts,
})`
  select h.message_id as theirs, h.sent_to as heard_at, array(
    select s.message_id from channels.sent s
    where s.tenant_id = ${work.tenant} and s.interaction_id in (
      select t.interaction_id from channels.token t
      where t.tenant_id = ${work.tenant} and t.conversation_id = ${conversation} and t.kind = 'message_id' order by t.made_at desc limit 10)
    order by s.composed_at) as ours
  from (values (true)) as always
  left join lateral (
    select message_id, sent_to from channels.heard
    where tenant_id = ${work.tenant} and conversation_id = ${conversation} order by at desc, interaction_id desc limit 1) h on true`

export const interactionOfMail = (work: Work, messageId: string) => work.sql.maybeOne({ interaction_id: uuid<InteractionId>() })`
  select interaction_id from channels.heard where tenant_id = ${work.tenant} and message_id = ${messageId} limit 1`
