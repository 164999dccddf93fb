import type { PersonId } from '#base/contract'
import { boolean, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, OwnershipId, Priority, ReasonId } from '../contract.ts'
import type { CustomerId, ProjectId } from '#customers/contract'

export type CaseRow = {
  id: CaseId
  number: number
  subject: string
  brand_id: string
  entry_point_id: string
  customer_id: CustomerId | null
  reason_id: ReasonId | null
  project_id: ProjectId | null
  ownership_id: OwnershipId
  owner_id: PersonId
  opened_at: Temporal.Instant
  closed_at: Temporal.Instant | null
  last_at: Temporal.Instant
  last_in_at: Temporal.Instant | null
  last_out_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
  owner_looked_at: Temporal.Instant | null
  claims_case_id: CaseId | null
  suspected_at: Temporal.Instant | null
  priority: Priority
  main_id: CaseId | null // it is part of that one
  version: number
}
const row = {
  id: uuid<CaseId>(), number: integer, subject: text, brand_id: uuid(), entry_point_id: uuid(), customer_id: nullable(uuid<CustomerId>()),
  reason_id: nullable(uuid<ReasonId>()), project_id: nullable(uuid<ProjectId>()), ownership_id: uuid<OwnershipId>(), owner_id: uuid<PersonId>(), opened_at: instant,
  closed_at: nullable(instant), last_at: instant, last_in_at: nullable(instant), last_out_at: nullable(instant), failed_at: nullable(instant),
  owner_looked_at: nullable(instant), claims_case_id: nullable(uuid<CaseId>()), suspected_at: nullable(instant), priority: word<Priority>(),
  main_id: nullable(uuid<CaseId>()), version: integer,
} // prettier-ignore
const columns = part`id, number, subject, brand_id, entry_point_id, customer_id, reason_id, project_id, ownership_id, owner_id, opened_at, closed_at, last_at,
  last_in_at, last_out_at, failed_at, owner_looked_at, claims_case_id, suspected_at, priority, main_id, version`

export const findCase = (work: Work, id: CaseId): Promise<CaseRow | undefined> => work.sql.maybeOne(row)`
  select ${columns} from cases."case" where tenant_id = ${work.tenant} and id = ${id}`

export const findMain = (work: Work, id: CaseId): Promise<CaseRow | undefined> => work.sql.maybeOne(row)`
  select ${columns} from cases."case" where tenant_id = ${work.tenant} and id = (
    select coalesce(main_id, id) from cases."case" where tenant_id = ${work.tenant} and id = ${id})`

// Whoever would change a case queues here; the others wait for the commit and then see what it left.
export const lockCase = (work: Work, id: CaseId): Promise<CaseRow | undefined> => work.sql.maybeOne(row)`
  select ${columns} from cases."case" where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const findCaseNumbered = (work: Work, number: number) => work.sql.maybeOne({ id: uuid<CaseId>() })`
  select id from cases."case" where tenant_id = ${work.tenant} and number = ${number}`

// `counts`: a message the customer wrote, which asks for an answer; a bounce or an auto-reply does not.
export const touchByArrival = (work: Work, id: CaseId, counts: boolean) => work.sql.run`
  update cases."case" set last_at = greatest(last_at, ${work.now}), version = version + 1,
    last_in_at = case when ${counts} then ${work.now} else last_in_at end, suspected_at = case when ${counts} then null else suspected_at end
  where tenant_id = ${work.tenant} and id = ${id}`

export const touchByReply = (work: Work, id: CaseId) => work.sql.one({ version: integer })`
  update cases."case" set last_at = ${work.now}, last_out_at = ${work.now}, failed_at = null, suspected_at = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} returning version`

// Held back: as if it had not been written. What was written before it counts again, and so does that it never left.
export const untouchReply = (work: Work, id: CaseId) => work.sql.run`
  update cases."case" c set version = version + 1, (last_out_at, failed_at) = (
    select max(i.at), (array_agg(case when i.state in ('failed', 'uncertain') then i.state_at end order by i.at desc, i.id desc))[1]
    from cases.interaction i
    where i.tenant_id = c.tenant_id and i.direction = 'out' and i.case_id in (
      select c.id union all select m.id from cases."case" m where m.tenant_id = c.tenant_id and m.main_id = c.id) and i.kind = 'message' and i.state <> 'cancelled')
  where tenant_id = ${work.tenant} and id = ${id}`

export const touch = (work: Work, id: CaseId) => work.sql.run`
  update cases."case" set last_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`

export const recordFailure = (work: Work, id: CaseId, failed: boolean) => work.sql.run`
  update cases."case" set failed_at = case when ${failed} then ${work.now}::timestamptz end, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordLook = (work: Work, id: CaseId, owner: PersonId) => work.sql.run`
  update cases."case" set owner_looked_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and owner_id = ${owner} and owner_looked_at is null`

// Somebody says that it is wanted: what it said waits for an answer like anything else.
export const clearSuspicion = (work: Work, id: CaseId) => work.sql.run`
  update cases."case" set suspected_at = null, last_in_at = coalesce(last_in_at, opened_at)
  where tenant_id = ${work.tenant} and id = ${id} and suspected_at is not null`

export const changeCase = (
  work: Work,
  c: Pick<CaseRow, 'id' | 'subject' | 'reason_id' | 'customer_id' | 'project_id' | 'priority'>,
) => work.sql.one({ version: integer })`
  update cases."case" set subject = ${c.subject}, reason_id = ${c.reason_id}, customer_id = ${c.customer_id},
    project_id = ${c.project_id}, priority = ${c.priority}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.id} returning version`

export const isOpen = (work: Work, id: CaseId) => work.sql.maybeOne({ open: boolean })`
  select closed_at is null as open from cases."case" where tenant_id = ${work.tenant} and id = ${id}`
