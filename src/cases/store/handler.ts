// Who works on a case, beside whoever answers for it.
import type { PersonId } from '#base/contract'
import { instant, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, HandlerId } from '../contract.ts'

export const MOST_HANDLERS = 50
const row = { case_id: uuid<CaseId>(), person_id: uuid<PersonId>(), role: text, since: instant }
export type HandlerRow = Awaited<ReturnType<typeof handlersOf>>[number]
export const handlersOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select case_id, person_id, role, since from cases.handler
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and until is null order by since, id limit 10000`

export const insertHandler = (
  work: Work,
  h: { id: HandlerId; case_id: CaseId; person: PersonId; role: string; by: string; routed: boolean },
) => work.sql.run`
  insert into cases.handler (tenant_id, id, case_id, person_id, role, since, by, routed)
  values (${work.tenant}, ${h.id}, ${h.case_id}, ${h.person}, ${h.role}, ${work.now}, ${h.by}, ${h.routed})
  on conflict (tenant_id, case_id, person_id) where until is null do nothing`

export const renameRole = (work: Work, h: { case_id: CaseId; person: PersonId; role: string }) => work.sql.run`
  update cases.handler set role = ${h.role}
  where tenant_id = ${work.tenant} and case_id = ${h.case_id} and person_id = ${h.person} and until is null and role <> ${h.role}`

/** They said so themselves, or somebody for them: it no longer ends with the work they were given. */
export const keepByHand = (work: Work, h: { case_id: CaseId; person: PersonId }) => work.sql.run`
  update cases.handler set routed = false
  where tenant_id = ${work.tenant} and case_id = ${h.case_id} and person_id = ${h.person} and until is null and routed`

export const endRouted = (work: Work, cases: readonly CaseId[], person: PersonId) => work.sql.run`
  update cases.handler set until = greatest(${work.now}::timestamptz, since)
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and person_id = ${person} and until is null and routed`

export const endHandler = (work: Work, cases: readonly CaseId[], person: PersonId) => work.sql.run`
  update cases.handler set until = greatest(${work.now}::timestamptz, since)
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and person_id = ${person} and until is null`

export const endHandlingOf = (work: Work, person: PersonId, ids?: readonly string[]) => work.sql.many({
  case_id: uuid<CaseId>(),
  owner_id: uuid<PersonId>(),
})`
  with ended as (
    update cases.handler set until = greatest(${work.now}::timestamptz, since)
    where tenant_id = ${work.tenant} and person_id = ${person} and until is null
      ${ids ? part`and id = any(${ids}::uuid[])` : part``}
    returning tenant_id, case_id)
  select c.id as case_id, c.owner_id from ended e join cases."case" c on c.tenant_id = e.tenant_id and c.id = e.case_id`
