import type { PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, texts, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Cause, EscalationId, StepId, Whom } from '../contract.ts'

export type EscalationRow = Awaited<ReturnType<typeof escalationsOf>>[number]
const row = {
  id: uuid<EscalationId>(), case_id: uuid<CaseId>(), cause: word<Cause>(), stretch_at: instant, step_id: uuid<StepId>(), step: integer, whom: jsonb<Whom>(),
  people: uuids<PersonId>(), did: texts, at: instant, taken_at: nullable(instant), taken_by: nullable(uuid<PersonId>()),
} // prettier-ignore
const MOST = 200 // of a case, the latest

export const escalationsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select e.id, e.case_id, e.cause, e.stretch_at, e.step_id, e.step, e.whom, e.people, e.did, e.at, e.taken_at, e.taken_by
  from unnest(${cases}::uuid[]) as c (id) cross join lateral (
    select * from clocks.escalation where tenant_id = ${work.tenant} and case_id = c.id order by at desc, id desc limit ${MOST}) e
  order by e.case_id, e.at, e.id`

type New = {
  id: EscalationId
  case_id: CaseId
  cause: Cause
  stretch_at: string
  step_id: StepId
  step: number
  whom: Whom
  people: PersonId[]
  did: string[]
}
// Once: of two who would take the same step, one does.
export const insertEscalation = (work: Work, e: New) => work.sql.run`
  insert into clocks.escalation (tenant_id, id, case_id, cause, stretch_at, step_id, step, whom, people, did, at)
  values (${work.tenant}, ${e.id}, ${e.case_id}, ${e.cause}, ${e.stretch_at}, ${e.step_id}, ${e.step}, ${json(e.whom)}::jsonb, ${e.people}::uuid[],
    ${e.did}::text[], ${work.now})
  on conflict do nothing`

export const takeEscalations = (work: Work, ids: readonly EscalationId[], by: PersonId) => work.sql.run`
  update clocks.escalation set taken_at = ${work.now}, taken_by = ${by}
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and taken_at is null`
