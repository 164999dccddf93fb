import type { PersonId, Scope } from '#base/contract'
import { instant, integer, join, jsonb, nullable, part, text, uuid, word, type Part, type Sql } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { CaseId, ConversationId, InteractionId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { ChatState } from '../../contract.ts'
import type { From } from './message.ts'
import type { Said, Shown } from './visit.ts'

const listed = {
  id: uuid(), entry_point_id: uuid<EntryPointId>(), brand_id: uuid<BrandId>(), conversation_id: uuid<ConversationId>(), case_id: uuid<CaseId>(),
  customer_id: nullable(uuid<CustomerId>()), language: word<'fr' | 'en'>(), page: nullable(text), said: nullable(jsonb<Said>()), proven: nullable(jsonb<Shown>()),
  served_by: nullable(uuid<PersonId>()), last_seq: integer, last_at: instant, read_by_visitor: integer, read_by_us: integer, waiting_since: nullable(instant),
  opened_at: instant, left_at: nullable(instant), over_at: nullable(instant), last_interaction: uuid<InteractionId>(), last_from: word<From>(), unread: integer,
} // prettier-ignore
export type ListedRow = Awaited<ReturnType<typeof listVisits>>[number]

const columns = part`v.id, v.entry_point_id, v.brand_id, v.conversation_id, v.case_id, v.customer_id, v.language, v.page, v.said, v.proven, v.served_by, v.last_seq,
    v.last_at, v.read_by_visitor, v.read_by_us, v.waiting_since, v.opened_at, v.left_at, v.over_at, m.interaction_id as last_interaction, m.said_by as last_from, (
      select count(*) from channels.chat_message u
      where u.tenant_id = v.tenant_id and u.conversation_id = v.conversation_id and u.seq > v.read_by_us and u.said_by = 'visitor') as unread`

const standing = (state: ChatState, me: PersonId | null): Part => {
  switch (state) {
    case 'waiting':
      return part`v.over_at is null and v.served_by is null`
    case 'mine':
      return part`v.over_at is null and v.served_by is not null and v.served_by = ${me}`
    case 'others':
      return part`v.over_at is null and v.served_by is not null and v.served_by is distinct from ${me}::uuid`
    case 'ended':
      return part`v.over_at is not null`
  }
}

// Brands only: a chat belongs to no team.
const visible = (scopes: readonly Scope[]): Part => {
  if (scopes.some(({ brands }) => brands === null)) return part`true`
  const brands = scopes.flatMap((scope) => scope.brands ?? [])
  return part`v.brand_id = any(${brands}::uuid[])`
}

export type PageOfVisits = { state: ChatState; me: PersonId | null; scopes: readonly Scope[]; after: string | null; most: number }
// Ids sort by the moment the chat began: who waits is shown from the first, the others from the last.
export const listVisits = (work: Work, { state, me, scopes, after, most }: PageOfVisits) => {
  const onward = state === 'waiting'
  return work.sql.many(listed)`
  select ${columns}
  from channels.visit v join channels.chat_message m on m.tenant_id = v.tenant_id and m.conversation_id = v.conversation_id and m.seq = v.last_seq
  where ${join([part`v.tenant_id = ${work.tenant}`, standing(state, me), visible(scopes), ...(after ? [onward ? part`v.id > ${after}` : part`v.id < ${after}`] : [])], ' and ')}
  order by v.id ${onward ? part`asc` : part`desc`} limit ${most}`
}

export const findListed = (work: Work, conversation: ConversationId) => work.sql.maybeOne(listed)`
  select ${columns}
  from channels.visit v join channels.chat_message m on m.tenant_id = v.tenant_id and m.conversation_id = v.conversation_id and m.seq = v.last_seq
  where v.tenant_id = ${work.tenant} and v.conversation_id = ${conversation}`

// What the gate of the widgets asks of those who wait at a door.
export const waitingAt = (work: Work, entry_point: EntryPointId, most: number) => work.sql.many({ waiting_since: instant })`
  select waiting_since from channels.visit
  where tenant_id = ${work.tenant} and entry_point_id = ${entry_point} and over_at is null and served_by is null and left_at is null and waiting_since is not null
  order by waiting_since limit ${most}`

export const lastAnswered = (work: Work, entry_point: EntryPointId, since: Temporal.Instant) => work.sql.many({
  seconds: integer,
})`
  select extract(epoch from answered_at - opened_at)::int as seconds from channels.visit
  where tenant_id = ${work.tenant} and entry_point_id = ${entry_point} and answered_at is not null and opened_at > ${since}
  order by id desc limit 20`

export const servedLately = (work: Work, entry_point: EntryPointId, since: Temporal.Instant) => work.sql.many({
  served_by: uuid<PersonId>(),
})`
  select served_by from channels.visit
  where tenant_id = ${work.tenant} and entry_point_id = ${entry_point} and served_by is not null and last_at > ${since}
  group by served_by order by max(last_at) desc limit 20`

// For the health of the house, all tenants at once: who has waited long while nobody took them.
export const longWaiting = (sql: Sql, before: Temporal.Instant) => sql.one({ waiting: integer })`
  select count(*) as waiting from channels.visit where over_at is null and served_by is null and waiting_since < ${before}`
