import type { PersonId } from '#base/contract'
import { instant, integer, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId, ProjectId } from '#customers/contract'
import type { CaseId, Priority, ReasonId } from '../contract.ts'

const row = {
  id: uuid<CaseId>(), number: integer, subject: text, brand_id: uuid(), entry_point_id: uuid(), customer_id: nullable(uuid<CustomerId>()), project_id: nullable(uuid<ProjectId>()),
  owner_id: uuid<PersonId>(), reason_id: nullable(uuid<ReasonId>()), priority: word<Priority>(), opened_at: instant, closed_at: nullable(instant),
  last_in_at: nullable(instant), suspected_at: nullable(instant), main_id: nullable(uuid<CaseId>()), channel: nullable(text),
} // prettier-ignore

export type CaseFacts = Awaited<ReturnType<typeof findFacts>>[number]
export const findFacts = (work: Work, ids: readonly CaseId[]) => work.sql.many(row)`
  select c.id, c.number, c.subject, c.brand_id, c.entry_point_id, c.customer_id, c.project_id, c.owner_id, c.reason_id, c.priority, c.opened_at, c.closed_at, c.last_in_at,
    c.suspected_at, c.main_id, (
    select v.channel from cases.conversation v where v.tenant_id = ${work.tenant} and v.case_id = c.id order by v.opened_at desc, v.id desc limit 1) as channel
  from cases."case" c where c.tenant_id = ${work.tenant} and c.id = any(${ids}::uuid[])`
