import { bytes, instant, integer, json, jsonb, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { ConversationId, InteractionId } from '#cases/contract'
import { mailboxOf } from '../rules/mailbox-of.ts'

export type SentEnvelope = { from: string; to: string[] }
const row = {
  interaction_id: uuid<InteractionId>(), message_id: text, reply_token: text, file_id: uuid(), envelope: jsonb<SentEnvelope>(), attempts: integer,
  attempt_began_at: nullable(instant), attempt_ended_at: nullable(instant),
} // prettier-ignore

export const findSent = (work: Work, id: InteractionId) => work.sql.maybeOne(row)`
  select interaction_id, message_id, reply_token, file_id, envelope, attempts, attempt_began_at, attempt_ended_at
  from channels.sent where tenant_id = ${work.tenant} and interaction_id = ${id}`

export const insertSent = (
  work: Work,
  s: {
    interaction: InteractionId
    message_id: string
    reply_token: string
    file: string
    envelope: SentEnvelope
    leaves: boolean
  },
) => work.sql.run`
  insert into channels.sent (tenant_id, interaction_id, message_id, reply_token, file_id, envelope, composed_at, attempts, attempt_began_at)
  values (${work.tenant}, ${s.interaction}, ${s.message_id}, ${s.reply_token}, ${s.file}, ${json(s.envelope)}, ${work.now},
    ${s.leaves ? 1 : 0}, ${s.leaves ? work.now : null})`

export const beginAttempt = (work: Work, id: InteractionId) => work.sql.run`
  update channels.sent set attempts = attempts + 1, attempt_began_at = ${work.now}, attempt_ended_at = null
  where tenant_id = ${work.tenant} and interaction_id = ${id}`

export const endAttempt = (work: Work, id: InteractionId, answer: string) => work.sql.run`
  update channels.sent set attempt_ended_at = ${work.now}, last_answer = ${answer.slice(0, 2_000)}
  where tenant_id = ${work.tenant} and interaction_id = ${id}`

// The two words of a mail that only its readers know, hashed.
export const insertTokens = (
  work: Work,
  t: { conversation: ConversationId; interaction: InteractionId; reply_address: Buffer; message_id: Buffer },
) => work.sql.run`
  insert into channels.token (tenant_id, hash, conversation_id, interaction_id, kind, made_at)
  values (${work.tenant}, ${t.reply_address}, ${t.conversation}, ${t.interaction}, 'reply_address', ${work.now}),
    (${work.tenant}, ${t.message_id}, ${t.conversation}, ${t.interaction}, 'message_id', ${work.now})`

export const findTokens = (work: Work, hashes: readonly Buffer[]) => work.sql.many({
  hash: bytes,
  conversation_id: uuid<ConversationId>(),
  interaction_id: nullable(uuid<InteractionId>()),
})`
  select hash, conversation_id, interaction_id from channels.token
  where tenant_id = ${work.tenant} and hash = any(${hashes}::bytea[]) limit 100`

const kept = {
  interaction_id: uuid<InteractionId>(), message_id: text, envelope: jsonb<SentEnvelope>(), composed_at: instant, attempts: integer, last_answer: nullable(text),
} // prettier-ignore
export const recentSent = (work: Work, most: number) => work.sql.many(kept)`
  select interaction_id, message_id, envelope, composed_at, attempts, last_answer from channels.sent
  where tenant_id = ${work.tenant} order by composed_at desc, interaction_id limit ${most}`

// At most once a day per mailbox: the row is the claim.
export const claimAcknowledgement = (work: Work, address: string, before: Temporal.Instant) => work.sql.run`
  insert into channels.acknowledged as a (tenant_id, address, at) values (${work.tenant}, ${mailboxOf(address)}, ${work.now})
  on conflict (tenant_id, address) do update set at = excluded.at where a.at < ${before}`

export const deleteOldAcknowledgements = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from channels.acknowledged where (tenant_id, address) in (
    select tenant_id, address from channels.acknowledged where tenant_id = ${work.tenant} and at < ${before} limit ${most} for update skip locked)`
