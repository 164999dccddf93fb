// What the words of several cases are made of, asked at once.
import { instant, integer, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { CaseId, InteractionId, InteractionKind, NoteId } from '../contract.ts'

const found = { id: uuid<CaseId>(), number: integer, subject: text, customer_id: nullable(uuid<CustomerId>()), last_at: instant }
export const findCases = (work: Work, ids: readonly CaseId[]) => work.sql.many(found)`
  select id, number, subject, customer_id, last_at from cases."case" where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

const said = {
  case_id: uuid<CaseId>(),
  kind: word<InteractionKind>(),
  from_name: text,
  from_address: text,
  subject: text,
  visible_text: text,
}
export const messagesOf = (work: Work, ids: readonly CaseId[], most: number) => work.sql.many(said)`
  select c.id as case_id, i.kind, i.from_name, i.from_address, i.subject, i.visible_text
  from unnest(${ids}::uuid[]) as c (id)
  cross join lateral (
    select kind, from_name, from_address, subject, visible_text from cases.interaction
    where tenant_id = ${work.tenant} and case_id = c.id and state <> 'cancelled'
    order by at desc, id desc limit ${most}) i`

export const notesOfCases = (work: Work, ids: readonly CaseId[]) => work.sql.many({ case_id: uuid<CaseId>(), text })`
  select case_id, text from cases.note
  where tenant_id = ${work.tenant} and case_id = any(${ids}::uuid[]) order by at, id limit 10000`

export const theseMessages = (work: Work, ids: readonly InteractionId[]) => work.sql.many(said)`
  select case_id, kind, from_name, from_address, subject, visible_text from cases.interaction
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and state <> 'cancelled' order by at desc, id desc`

export const theseNotes = (work: Work, ids: readonly NoteId[]) => work.sql.many({ case_id: uuid<CaseId>(), text })`
  select case_id, text from cases.note where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) order by at, id`
