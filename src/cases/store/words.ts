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
// Also what was said in the cases that are part of these.
export const messagesOf = (work: Work, ids: readonly CaseId[], most: number) => work.sql.many(said)`
  select c.id as case_id, i.kind, i.from_name, i.from_address, i.subject, i.visible_text
  from unnest(${ids}::uuid[]) as c (id)
  cross join lateral (
    select said.*
    from (select c.id union all select m.id from cases."case" m where m.tenant_id = ${work.tenant} and m.main_id = c.id) d (id)
    cross join lateral (
      select kind, from_name, from_address, subject, visible_text, at, id from cases.interaction
      where tenant_id = ${work.tenant} and case_id = d.id and state <> 'cancelled'
      order by at desc, id desc limit ${most}) said
    order by said.at desc, said.id desc limit ${most}) i`

export const notesOfCases = (work: Work, ids: readonly CaseId[]) => work.sql.many({ case_id: uuid<CaseId>(), text })`
  select d.of as case_id, n.text
  from (
    select id as of, id from unnest(${ids}::uuid[]) as id
    union all select m.main_id, m.id from cases."case" m where m.tenant_id = ${work.tenant} and m.main_id = any(${ids}::uuid[])) d
  join cases.note n on n.tenant_id = ${work.tenant} and n.case_id = d.id
  order by n.at, n.id limit 10000`

export const theseMessages = (work: Work, ids: readonly InteractionId[]) => work.sql.many(said)`
  select coalesce(c.main_id, c.id) as case_id, i.kind, i.from_name, i.from_address, i.subject, i.visible_text
  from cases.interaction i join cases."case" c on c.tenant_id = i.tenant_id and c.id = i.case_id
  where i.tenant_id = ${work.tenant} and i.id = any(${ids}::uuid[]) and i.state <> 'cancelled' order by i.at desc, i.id desc`

export const theseNotes = (work: Work, ids: readonly NoteId[]) => work.sql.many({ case_id: uuid<CaseId>(), text })`
  select case_id, text from cases.note where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) order by at, id`
