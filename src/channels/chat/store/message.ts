import { boolean, instant, integer, nullable, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { ConversationId, InteractionId } from '#cases/contract'

export type From = 'visitor' | 'agent' | 'house'
export type Place = Awaited<ReturnType<typeof placesAfter>>[number]

export const insertMessage = (
  work: Work,
  m: {
    conversation: ConversationId
    seq: number
    interaction: InteractionId
    said_id: string | null
    from: From
    by_mail: boolean
  },
) => work.sql.run`
  insert into channels.chat_message (tenant_id, conversation_id, seq, interaction_id, said_id, said_by, at, came_by_mail)
  values (${work.tenant}, ${m.conversation}, ${m.seq}, ${m.interaction}, ${m.said_id}, ${m.from}, ${work.now}, ${m.by_mail})`

const row = {
  seq: integer,
  interaction_id: uuid<InteractionId>(),
  said_id: nullable(uuid()),
  said_by: word<From>(),
  at: instant,
  by_mail: boolean,
}
// The latest of what follows a place, in order.
export const placesAfter = (work: Work, conversation: ConversationId, page: { after: number; most: number }) => work.sql.many(
  row,
)`
  select seq, interaction_id, said_id, said_by, at, came_by_mail or mailed_at is not null as by_mail from (
    select seq, interaction_id, said_id, said_by, at, came_by_mail, mailed_at from channels.chat_message
    where tenant_id = ${work.tenant} and conversation_id = ${conversation} and seq > ${page.after} order by seq desc limit ${page.most}) latest
  order by seq`

// The first of what follows a place: for whoever is there and goes on from it.
export const placesOnward = (work: Work, conversation: ConversationId, page: { after: number; most: number }) => work.sql.many(
  row,
)`
  select seq, interaction_id, said_id, said_by, at, came_by_mail or mailed_at is not null as by_mail from channels.chat_message
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} and seq > ${page.after} order by seq limit ${page.most}`

export const findSaid = (work: Work, said: { entry_point: string; hash: Buffer; id: string }) => work.sql.maybeOne({
  seq: integer,
  at: instant,
  interaction_id: uuid<InteractionId>(),
})`
  select m.seq, m.at, m.interaction_id
  from channels.visit v join channels.chat_message m on m.tenant_id = v.tenant_id and m.conversation_id = v.conversation_id
  where v.tenant_id = ${work.tenant} and v.entry_point_id = ${said.entry_point} and v.secret_hash = ${said.hash} and m.said_id = ${said.id}`

export const findPlaceOf = (work: Work, interaction: InteractionId) => work.sql.maybeOne({
  seq: integer,
  conversation_id: uuid<ConversationId>(),
})`
  select seq, conversation_id from channels.chat_message where tenant_id = ${work.tenant} and interaction_id = ${interaction}`

// Answers that the visitor has not read and that no mail carries, the oldest first.
export const unreadAnswers = (work: Work, conversation: ConversationId, read: number) => work.sql.many({
  seq: integer,
  interaction_id: uuid<InteractionId>(),
  at: instant,
})`
  select seq, interaction_id, at from channels.chat_message
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} and seq > ${read} and said_by = 'agent' and mailed_with is null
  order by seq limit 200`

export const answersUpTo = (work: Work, conversation: ConversationId, range: { after: number; to: number }) => work.sql.many({
  interaction_id: uuid<InteractionId>(),
  mailed_with: nullable(uuid<InteractionId>()),
})`
  select interaction_id, mailed_with from channels.chat_message
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} and seq > ${range.after} and seq <= ${range.to} and said_by = 'agent'
  order by seq limit 500`

export const gatherIn = (work: Work, carrier: InteractionId, gathered: readonly InteractionId[]) => work.sql.run`
  update channels.chat_message set mailed_with = ${carrier}
  where tenant_id = ${work.tenant} and interaction_id = any(${gathered}::uuid[])`

export const gatheredWith = (work: Work, carrier: InteractionId) => work.sql.many({
  interaction_id: uuid<InteractionId>(),
  conversation_id: uuid<ConversationId>(),
})`
  select interaction_id, conversation_id from channels.chat_message
  where tenant_id = ${work.tenant} and mailed_with = ${carrier} order by seq limit 200`

export const recordMailed = (work: Work, carrier: InteractionId) => work.sql.run`
  update channels.chat_message set mailed_at = ${work.now} where tenant_id = ${work.tenant} and mailed_with = ${carrier}`

// Another mail may carry it.
export const ungather = (work: Work, interaction: InteractionId) => work.sql.run`
  update channels.chat_message set mailed_with = null, mailed_at = null where tenant_id = ${work.tenant} and interaction_id = ${interaction}`

// That mail will not leave.
export const ungatherAll = (work: Work, carrier: InteractionId) => work.sql.run`
  update channels.chat_message set mailed_with = null where tenant_id = ${work.tenant} and mailed_with = ${carrier}`

// A conversation whose places are not 1, 2, 3 … up to its last, or that says something else than the visit.
export const countBrokenPlaces = (work: Work) => work.sql.one({ broken: integer })`
  select count(*) as broken from (
    select v.conversation_id from channels.visit v left join channels.chat_message m on m.tenant_id = v.tenant_id and m.conversation_id = v.conversation_id
    where v.tenant_id = ${work.tenant} group by v.conversation_id, v.last_seq
    having count(m.seq) <> v.last_seq or max(m.seq) is distinct from v.last_seq) wrong`

// What was said in a chat and has no place in it.
export const countUnplaced = (work: Work) => work.sql.one({ unplaced: integer })`
  select count(*) as unplaced from channels.receipt r
  where r.tenant_id = ${work.tenant} and r.door = 'chat' and not exists (
    select from channels.chat_message m where m.tenant_id = r.tenant_id and m.interaction_id = r.interaction_id)`
