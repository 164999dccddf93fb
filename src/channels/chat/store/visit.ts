import type { PersonId } from '#base/contract'
import { bytes, instant, integer, json, jsonb, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { CaseId, ConversationId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'

export type VisitId = string
export type Said = { name: string; email: string }
export type Shown = { name: string; email: string | null }
export type VisitRow = Awaited<ReturnType<typeof findVisit>> & {}

const row = {
  id: uuid<VisitId>(), entry_point_id: uuid<EntryPointId>(), brand_id: uuid<BrandId>(), conversation_id: uuid<ConversationId>(), case_id: uuid<CaseId>(),
  customer_id: nullable(uuid<CustomerId>()), language: word<'fr' | 'en'>(), page: nullable(text), said: nullable(jsonb<Said>()), proven: nullable(jsonb<Shown>()),
  mail_after_seconds: integer, mail_at: nullable(instant), served_by: nullable(uuid<PersonId>()), last_seq: integer, last_at: instant,
  read_by_visitor: integer, read_by_us: integer, waiting_since: nullable(instant), opened_at: instant, left_at: nullable(instant), over_at: nullable(instant),
} // prettier-ignore

export const findVisit = (work: Work, conversation: ConversationId) => work.sql.maybeOne(row)`
  select id, entry_point_id, brand_id, conversation_id, case_id, customer_id, language, page, said, proven, mail_after_seconds, mail_at, served_by,
    last_seq, last_at, read_by_visitor, read_by_us, waiting_since, opened_at, left_at, over_at
  from channels.visit where tenant_id = ${work.tenant} and conversation_id = ${conversation}`

// Whoever would take a place in a conversation queues here: places are given one after the other, in the order of the commits.
export const holdVisit = (work: Work, conversation: ConversationId) => work.sql.maybeOne(row)`
  select id, entry_point_id, brand_id, conversation_id, case_id, customer_id, language, page, said, proven, mail_after_seconds, mail_at, served_by,
    last_seq, last_at, read_by_visitor, read_by_us, waiting_since, opened_at, left_at, over_at
  from channels.visit where tenant_id = ${work.tenant} and conversation_id = ${conversation} for no key update`

type Secret = { entry_point: EntryPointId; hash: Buffer }
export const findVisitBySecret = (work: Work, { entry_point, hash }: Secret) => work.sql.maybeOne(row)`
  select id, entry_point_id, brand_id, conversation_id, case_id, customer_id, language, page, said, proven, mail_after_seconds, mail_at, served_by,
    last_seq, last_at, read_by_visitor, read_by_us, waiting_since, opened_at, left_at, over_at
  from channels.visit where tenant_id = ${work.tenant} and entry_point_id = ${entry_point} and secret_hash = ${hash}`

export const holdVisitBySecret = (work: Work, { entry_point, hash }: Secret) => work.sql.maybeOne(row)`
  select id, entry_point_id, brand_id, conversation_id, case_id, customer_id, language, page, said, proven, mail_after_seconds, mail_at, served_by,
    last_seq, last_at, read_by_visitor, read_by_us, waiting_since, opened_at, left_at, over_at
  from channels.visit where tenant_id = ${work.tenant} and entry_point_id = ${entry_point} and secret_hash = ${hash} for no key update`

// There is no row to queue at before the first message: two tabs that send it at once meet here.
export const lockSecret = (work: Work, { hash }: Secret) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex')}, 7261134))`

export type NewVisit = Pick<VisitRow, 'id' | 'entry_point_id' | 'brand_id' | 'conversation_id' | 'case_id' | 'customer_id' | 'language' | 'page' | 'said' | 'proven' | 'mail_after_seconds'> // prettier-ignore
export const insertVisit = (work: Work, v: NewVisit & { hash: Buffer }) => work.sql.run`
  insert into channels.visit (tenant_id, id, secret_hash, entry_point_id, brand_id, conversation_id, case_id, customer_id, language, page, said, proven,
    mail_after_seconds, last_seq, last_at, read_by_visitor, waiting_since, opened_at)
  values (${work.tenant}, ${v.id}, ${v.hash}, ${v.entry_point_id}, ${v.brand_id}, ${v.conversation_id}, ${v.case_id}, ${v.customer_id}, ${v.language},
    ${v.page}, ${v.said && json(v.said)}, ${v.proven && json(v.proven)}, ${v.mail_after_seconds}, 1, ${work.now}, 1, ${work.now}, ${work.now})`

// Whoever speaks has seen what is there, and whoever had left is back.
export const recordSpoken = (work: Work, id: VisitId, said: { seq: number; page: string | null; language: 'fr' | 'en' }) => work
  .sql.run`
  update channels.visit set last_seq = ${said.seq}, last_at = ${work.now}, waiting_since = coalesce(waiting_since, ${work.now}), left_at = null,
    over_at = null, page = coalesce(${said.page}, page), language = ${said.language}
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordAnswered = (work: Work, id: VisitId, answer: { seq: number; by: PersonId | null }) => work.sql.run`
  update channels.visit set last_seq = ${answer.seq}, last_at = ${work.now}, waiting_since = null, answered_at = coalesce(answered_at, ${work.now}),
    served_at = case when served_by is null and ${answer.by}::uuid is not null then ${work.now} else served_at end,
    served_by = coalesce(served_by, ${answer.by})
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordPlaced = (work: Work, id: VisitId, seq: number) => work.sql.run`
  update channels.visit set last_seq = ${seq}, last_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id}`

// Who takes it up too late, after its visitor has left, does not begin it again.
export const recordServedBy = (work: Work, id: VisitId, person: PersonId) => work.sql.run`
  update channels.visit set served_by = ${person}, served_at = ${work.now}, over_at = case when left_at is null then null else over_at end
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordReadByVisitor = (work: Work, id: VisitId, seq: number) => work.sql.run`
  update channels.visit set read_by_visitor = greatest(read_by_visitor, ${seq}) where tenant_id = ${work.tenant} and id = ${id}`

export const recordReadByUs = (work: Work, id: VisitId, seq: number) => work.sql.run`
  update channels.visit set read_by_us = greatest(read_by_us, ${seq}) where tenant_id = ${work.tenant} and id = ${id}`

export const recordNamed = (work: Work, id: VisitId, who: { said: Said | null; proven: Shown | null }) => work.sql.run`
  update channels.visit set said = coalesce(${who.said && json(who.said)}::jsonb, said), proven = coalesce(${who.proven && json(who.proven)}::jsonb, proven)
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordMailAt = (work: Work, id: VisitId, at: Temporal.Instant | null) => work.sql.run`
  update channels.visit set mail_at = ${at} where tenant_id = ${work.tenant} and id = ${id}`

// Whoever leaves without being owed an answer has ended it; who had left while they were owed one, and has it now, ends it by leaving again.
export const recordLeft = (work: Work, id: VisitId) => work.sql.run`
  update channels.visit set left_at = coalesce(left_at, ${work.now}), over_at = case when waiting_since is null then ${work.now} else over_at end
  where tenant_id = ${work.tenant} and id = ${id} and (left_at is null or (over_at is null and waiting_since is null))`

export const recordOver = (work: Work, id: VisitId) => work.sql.run`
  update channels.visit set over_at = ${work.now}, waiting_since = null where tenant_id = ${work.tenant} and id = ${id} and over_at is null`

// A visit is thanked by mail once, whatever address its visitor says next.
export const claimThanks = (work: Work, id: VisitId) => work.sql.run`
  update channels.visit set thanked_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and thanked_at is null`

export const countThanked = (work: Work, door: { entry_point: EntryPointId; since: Temporal.Instant }) => work.sql.one({
  n: integer,
})`
  select count(*) as n from channels.visit
  where tenant_id = ${work.tenant} and entry_point_id = ${door.entry_point} and thanked_at > ${door.since}`

export const endVisitsOfCase = (work: Work, of: CaseId) => work.sql.many({
  conversation_id: uuid<ConversationId>(),
  last_seq: integer,
})`
  update channels.visit set over_at = ${work.now}, waiting_since = null where tenant_id = ${work.tenant} and case_id = ${of} and over_at is null
  returning conversation_id, last_seq`

export const secretOfConversation = (work: Work, conversation: ConversationId) => work.sql.maybeOne({ secret_hash: bytes })`
  select secret_hash from channels.visit where tenant_id = ${work.tenant} and conversation_id = ${conversation}`
