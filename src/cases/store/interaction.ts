import type { PersonId } from '#base/contract'
import { bytes, instant, integer, json, jsonb, nullable, part, text, uuid, word, boolean } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { ofCases } from './of-cases.ts'
import type { Address, Arrival, CaseId, ConversationId, InteractionId, InteractionKind, Marks, SendState } from '../contract.ts'

export type Recipients = { to: Address[]; cc: Address[]; more: number; answer_to?: Address[] }
export type NewInteraction = {
  id: InteractionId
  case_id: CaseId
  conversation_id: ConversationId
  direction: 'in' | 'out'
  kind: InteractionKind
  sent_at: Temporal.Instant | null
  author_id: PersonId | null
  customer_id: CustomerId | null
  from: Address
  recipients: Recipients
  subject: string
  text: string
  visible_text: string
  html: string | null
  language: string | null
  source: string | null
  original_file_id: string | null
  marks: Marks
  state: SendState
  leaves_at: Temporal.Instant | null
  at: Temporal.Instant
}

export const insertInteraction = (work: Work, i: NewInteraction) => work.sql.run`
  insert into cases.interaction (tenant_id, id, case_id, conversation_id, direction, kind, at, sent_at, author_id, customer_id, from_name,
    from_address, recipients, subject, text, visible_text, html, language, source, original_file_id, marks, state, state_at, leaves_at)
  values (${work.tenant}, ${i.id}, ${i.case_id}, ${i.conversation_id}, ${i.direction}, ${i.kind}, ${i.at}, ${i.sent_at}, ${i.author_id},
    ${i.customer_id}, ${i.from.name}, ${i.from.address}, ${json(i.recipients)}, ${i.subject}, ${i.text}, ${i.visible_text}, ${i.html},
    ${i.language}, ${i.source}, ${i.original_file_id}, ${json(i.marks)}, ${i.state}, ${work.now}, ${i.leaves_at})`

const row = {
  id: uuid<InteractionId>(), conversation_id: uuid<ConversationId>(), direction: word<'in' | 'out'>(), kind: word<InteractionKind>(), at: instant,
  sent_at: nullable(instant), author_id: nullable(uuid<PersonId>()), from_name: text, from_address: text, recipients: jsonb<Recipients>(), subject: text,
  text, visible_text: text, html: nullable(text), language: nullable(text), original_file_id: nullable(uuid()), marks: jsonb<Marks>(),
  state: word<SendState>(), state_at: instant, state_detail: nullable(text), leaves_at: nullable(instant), travels_by: nullable(text),
} // prettier-ignore
// The latest first, as many as fit: at least one, and no more once what they say has reached so many bytes. (The size of a long text is
// known to PostgreSQL without reading it.)
export type PageOfInteractions = { most: number; bytes: number; before?: { at: string; id: string } | undefined }
export const interactionsOf = (work: Work, cases: readonly CaseId[], page: PageOfInteractions) => work.sql.many(row)`
  with latest as materialized (
    select i.id, i.at, octet_length(i.text) + octet_length(i.visible_text) + coalesce(octet_length(i.html), 0) as bytes
    from cases.interaction i where i.tenant_id = ${work.tenant} and ${ofCases('i', cases)} and i.state <> 'cancelled'
      ${page.before ? part`and (i.at, i.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : part``}
    order by i.at desc, i.id desc limit ${page.most}),
  fitting as (select id, sum(bytes) over (order by at desc, id desc) - bytes as said_after from latest)
  select i.id, conversation_id, direction, kind, at, sent_at, author_id, from_name, from_address, recipients, subject, text, visible_text, html,
    language, original_file_id, marks, state, state_at, state_detail, leaves_at, travels_by
  from fitting f join cases.interaction i on i.tenant_id = ${work.tenant} and i.id = f.id
  where f.said_after < ${page.bytes}
  order by at desc, i.id desc`

export const countInteractions = (work: Work, cases: readonly CaseId[], before?: { at: string; id: string }) => work.sql.one({
  n: integer,
})`
  select count(*) as n from cases.interaction i where i.tenant_id = ${work.tenant} and ${ofCases('i', cases)} and i.state <> 'cancelled'
    ${before ? part`and (i.at, i.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : part``}`

export const findInteraction = (work: Work, id: InteractionId) => work.sql.maybeOne({ ...row, case_id: uuid<CaseId>() })`
  select id, conversation_id, direction, kind, at, sent_at, author_id, from_name, from_address, recipients, subject, text, visible_text, html,
    language, original_file_id, marks, state, state_at, state_detail, leaves_at, travels_by, case_id
  from cases.interaction where tenant_id = ${work.tenant} and id = ${id}`

export const findBySource = (work: Work, source: string) => work.sql.maybeOne({
  id: uuid<InteractionId>(),
  case_id: uuid<CaseId>(),
  conversation_id: uuid<ConversationId>(),
  customer_id: nullable(uuid<CustomerId>()),
})`
  select id, case_id, conversation_id, customer_id from cases.interaction where tenant_id = ${work.tenant} and source = ${source}`

const arrived = {
  from_name: text,
  from_address: text,
  language: nullable(text),
  marks: jsonb<Marks>(),
  number: integer,
  owner_id: uuid<PersonId>(),
  customer_id: nullable(uuid<CustomerId>()),
}
export const findArrived = (work: Work, id: InteractionId) => work.sql.maybeOne(arrived)`
  select i.from_name, i.from_address, i.language, i.marks, c.number, c.owner_id, i.customer_id
  from cases.interaction i join cases."case" c on c.tenant_id = i.tenant_id and c.id = i.case_id
  where i.tenant_id = ${work.tenant} and i.id = ${id}`

// The state moves only from where the caller believes it is: two senders cannot both take a message.
export const moveState = (
  work: Work,
  id: InteractionId,
  move: { from: readonly SendState[]; to: SendState; detail: string | null },
) => work.sql.run`
  update cases.interaction set state = ${move.to}, state_at = ${work.now}, state_detail = ${move.detail}
  where tenant_id = ${work.tenant} and id = ${id} and state = any(${move.from}::text[])`

export const moveAndFind = (
  work: Work,
  id: InteractionId,
  move: { from: readonly SendState[]; to: SendState; detail: string | null },
) =>
  work.sql.maybeOne({ case_id: uuid<CaseId>(), owner_id: uuid<PersonId>(), kind: word<InteractionKind>() })`
  with moved as (
    update cases.interaction set state = ${move.to}, state_at = ${work.now}, state_detail = ${move.detail}
    where tenant_id = ${work.tenant} and id = ${id} and state = any(${move.from}::text[])
    returning tenant_id, case_id, kind)
  select coalesce(c.main_id, c.id) as case_id, c.owner_id, m.kind from moved m join cases."case" c on c.tenant_id = m.tenant_id and c.id = m.case_id`

// Once: what already travels by another way is not sent a second time.
export const recordDetour = (work: Work, id: InteractionId, by: { channel: string; to: Address }) => work.sql.maybeOne({
  case_id: uuid<CaseId>(),
  conversation_id: uuid<ConversationId>(),
})`
  update cases.interaction set travels_by = ${by.channel}, recipients = jsonb_set(recipients, '{to}', ${json([by.to])}::jsonb),
    state = 'queued', state_at = ${work.now}, state_detail = null, leaves_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and direction = 'out' and travels_by is null and state <> 'cancelled'
  returning coalesce((select main_id from cases."case" c where c.tenant_id = ${work.tenant} and c.id = case_id), case_id) as case_id, conversation_id`

export const insertAttachment = (
  work: Work,
  a: Arrival['attachments'][number] & { id: string; interaction_id: InteractionId; case_id: CaseId; position: number },
) => work.sql.run`
  insert into cases.attachment (tenant_id, id, interaction_id, case_id, position, name, type, size, file_id, inline, content_id)
  values (${work.tenant}, ${a.id}, ${a.interaction_id}, ${a.case_id}, ${a.position}, ${a.name}, ${a.type}, ${a.size}, ${a.file}, ${a.inline}, ${a.content_id})`

const attachment = {
  id: uuid(), interaction_id: uuid<InteractionId>(), name: text, type: text, size: integer, file_id: uuid(), inline: boolean, content_id: nullable(text),
} // prettier-ignore
export const attachmentsOf = (work: Work, cases: readonly CaseId[], of: readonly InteractionId[]) => work.sql.many(attachment)`
  select id, interaction_id, name, type, size, file_id, inline, content_id from cases.attachment
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and interaction_id = any(${of}::uuid[]) order by interaction_id desc, position limit 5000`

export const attachmentsOfInteraction = (work: Work, id: InteractionId) => work.sql.many(attachment)`
  select id, interaction_id, name, type, size, file_id, inline, content_id from cases.attachment
  where tenant_id = ${work.tenant} and interaction_id = ${id} order by position limit 500`

export const findAttachment = (work: Work, id: string) => work.sql.maybeOne({
  ...attachment,
  case_id: uuid<CaseId>(),
  sha256: bytes,
})`
  select a.id, a.interaction_id, a.name, a.type, a.size, a.file_id, a.inline, a.content_id, a.case_id, ''::bytea as sha256
  from cases.attachment a where a.tenant_id = ${work.tenant} and a.id = ${id}`

export const insertUpload = (
  work: Work,
  u: { id: string; case_id: CaseId; by: string; name: string; type: string; size: number; file_id: string },
) => work.sql.run`
  insert into cases.upload (tenant_id, id, case_id, by, name, type, size, file_id, at)
  values (${work.tenant}, ${u.id}, ${u.case_id}, ${u.by}, ${u.name}, ${u.type}, ${u.size}, ${u.file_id}, ${work.now})`

export const takeUploads = (work: Work, take: { case_id: CaseId; by: string; ids: readonly string[] }) => work.sql.many({
  id: uuid(),
  name: text,
  type: text,
  size: integer,
  file_id: uuid(),
})`
  delete from cases.upload
  where tenant_id = ${work.tenant} and case_id = ${take.case_id} and by = ${take.by} and id = any(${take.ids}::uuid[])
  returning id, name, type, size, file_id`

export const deleteOldUploads = (work: Work, before: Temporal.Instant, most: number) => work.sql.many({ file_id: uuid() })`
  delete from cases.upload where (tenant_id, id) in (
    select tenant_id, id from cases.upload where tenant_id = ${work.tenant} and at < ${before} order by id limit ${most} for update skip locked)
  returning file_id`

export const lastSpokenIn = (work: Work, cases: readonly CaseId[]) => work.sql.maybeOne({
  conversation_id: uuid<ConversationId>(),
})`
  select i.conversation_id from cases.interaction i
  where i.tenant_id = ${work.tenant} and ${ofCases('i', cases)} and i.direction = 'in' and i.kind = 'message' order by i.at desc, i.id desc limit 1`

// The last thing the customer side wrote in a conversation: where an answer goes by default, and what it answers.
export const lastArrival = (work: Work, conversation: ConversationId) => work.sql.maybeOne({
  id: uuid<InteractionId>(),
  at: instant,
  from_name: text,
  from_address: text,
  recipients: jsonb<Recipients>(),
  subject: text,
})`
  select id, at, from_name, from_address, recipients, subject from cases.interaction
  where tenant_id = ${work.tenant} and conversation_id = ${conversation} and direction = 'in' and kind in ('message', 'auto-reply', 'list')
  order by kind = 'message' desc, at desc, id desc limit 1`

export const briefsOf = (work: Work, ids: readonly InteractionId[]) => work.sql.many({
  id: uuid<InteractionId>(),
  case_id: uuid<CaseId>(),
  number: integer,
  subject: text,
  state: word<SendState>(),
  brand_id: uuid(),
})`
  select i.id, i.case_id, c.number, i.subject, i.state, c.brand_id
  from cases.interaction i join cases."case" c on c.tenant_id = i.tenant_id and c.id = i.case_id
  where i.tenant_id = ${work.tenant} and i.id = any(${ids}::uuid[])`
