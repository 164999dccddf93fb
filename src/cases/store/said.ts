import type { PersonId } from '#base/contract'
import { instant, integer, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { CaseId, ConversationId, InteractionId, InteractionKind, Marks, SendState } from '../contract.ts'
import type { Recipients } from './interaction.ts'

const said = {
  id: uuid<InteractionId>(), conversation_id: uuid<ConversationId>(), direction: word<'in' | 'out'>(), kind: word<InteractionKind>(), at: instant,
  author_id: nullable(uuid<PersonId>()), customer_id: nullable(uuid<CustomerId>()), from_name: text, from_address: text, recipients: jsonb<Recipients>(),
  text, visible_text: text, marks: jsonb<Marks>(), state: word<SendState>(), leaves_at: nullable(instant),
} // prettier-ignore
export type SaidRow = Awaited<ReturnType<typeof saidIn>>[number]
export const saidIn = (
  work: Work,
  id: CaseId,
  page: { most: number; before?: { at: string; id: string } | undefined },
) => work.sql.many(said)`
  select id, conversation_id, direction, kind, at, author_id, customer_id, from_name, from_address, recipients, left(text, 100000) as text,
    left(visible_text, 100000) as visible_text, marks, state, leaves_at
  from cases.interaction
  where tenant_id = ${work.tenant} and case_id = ${id} and kind in ('message', 'notice') and state <> 'cancelled'
    ${page.before ? part`and (at, id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : part``}
  order by at desc, id desc limit ${page.most}`

const request = {
  id: uuid<CaseId>(), number: integer, subject: text, brand_id: uuid(), entry_point_id: uuid(), customer_id: nullable(uuid<CustomerId>()),
  owner_id: uuid<PersonId>(), opened_at: instant, closed_at: nullable(instant), last_at: instant, last_in_at: nullable(instant),
  last_out_at: nullable(instant), owner_looked_at: nullable(instant), version: integer,
} // prettier-ignore
export type RequestRow = Awaited<ReturnType<typeof requestsOf>>[number]
export const requestsOf = (
  work: Work,
  of: {
    customer: CustomerId
    brand?: string | undefined
    most: number
    number?: number | undefined
    before?: { at: string; id: string } | undefined
  },
) => work.sql.many(request)`
  select id, number, subject, brand_id, entry_point_id, customer_id, owner_id, opened_at, closed_at, last_at, last_in_at, last_out_at, owner_looked_at, version
  from cases."case"
  where tenant_id = ${work.tenant} and customer_id = ${of.customer}
    ${of.brand === undefined ? part`` : part`and brand_id = ${of.brand}`}
    ${of.number === undefined ? part`` : part`and number = ${of.number}`}
    ${of.before ? part`and (last_at, id) < (${of.before.at}::timestamptz, ${of.before.id}::uuid)` : part``}
  order by last_at desc, id desc limit ${of.most}`

export const findRequest = (work: Work, id: CaseId) => work.sql.maybeOne(request)`
  select id, number, subject, brand_id, entry_point_id, customer_id, owner_id, opened_at, closed_at, last_at, last_in_at, last_out_at, owner_looked_at, version
  from cases."case" where tenant_id = ${work.tenant} and id = ${id}`
