// What rests on a person, to be counted and shown before they go.
import type { PersonId } from '#base/contract'
import { integer, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '../contract.ts'

export const countResting = (work: Work, person: PersonId) => work.sql.one({
  case: integer,
  hand_over: integer,
  handling: integer,
})`
  select
    (select count(*) from cases."case" c where c.tenant_id = ${work.tenant} and c.owner_id = ${person} and c.closed_at is null and c.main_id is null) as "case",
    (select count(*) from cases.hand_over h where h.tenant_id = ${work.tenant} and h.to_id = ${person} and h.ended_at is null) as hand_over,
    (select count(*) from cases.handler w where w.tenant_id = ${work.tenant} and w.person_id = ${person} and w.until is null) as handling`

const item = {
  kind: word<'case' | 'hand_over' | 'handling'>(),
  id: uuid(),
  case_id: uuid<CaseId>(),
  number: integer,
  subject: text,
}
export const restingCases = (work: Work, person: PersonId, most: number) => work.sql.many(item)`
  select r.kind, r.id, c.id as case_id, c.number, c.subject
  from (
    (select 'case' as kind, id, id as case_id from cases."case"
      where tenant_id = ${work.tenant} and owner_id = ${person} and closed_at is null and main_id is null order by last_at desc, id desc limit ${most})
    union all
    (select 'hand_over', id, case_id from cases.hand_over
      where tenant_id = ${work.tenant} and to_id = ${person} and ended_at is null order by offered_at limit ${most})
    union all
    (select 'handling', id, case_id from cases.handler where tenant_id = ${work.tenant} and person_id = ${person} and until is null order by since limit ${most})) r
  join cases."case" c on c.tenant_id = ${work.tenant} and c.id = r.case_id
  order by r.kind, c.last_at desc, c.id desc`
