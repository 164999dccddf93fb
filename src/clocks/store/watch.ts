import type { PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { PolicyId } from '../contract.ts'
import type { Because } from '../rules/choose-policy.ts'

export type WatchRow = {
  case_id: CaseId
  id: string
  brand_id: string
  owner_id: PersonId
  customer_id: CustomerId | null
  part_of: CaseId | null
  policy_id: PolicyId | null
  because: Because
  over_at: Temporal.Instant | null
  silence_since: Temporal.Instant | null
  silence_due_at: Temporal.Instant | null
  silent_at: Temporal.Instant | null
  stagnation_since: Temporal.Instant | null
  stagnation_due_at: Temporal.Instant | null
  stagnant_at: Temporal.Instant | null
  looks_at: Temporal.Instant | null
}
const row = {
  case_id: uuid<CaseId>(), id: uuid(), brand_id: uuid(), owner_id: uuid<PersonId>(), customer_id: nullable(uuid<CustomerId>()), part_of: nullable(uuid<CaseId>()), policy_id: nullable(uuid<PolicyId>()),
  because: jsonb<Because>(), over_at: nullable(instant), silence_since: nullable(instant), silence_due_at: nullable(instant), silent_at: nullable(instant),
  stagnation_since: nullable(instant), stagnation_due_at: nullable(instant), stagnant_at: nullable(instant), looks_at: nullable(instant),
} // prettier-ignore

export const findWatch = (work: Work, case_id: CaseId): Promise<WatchRow | undefined> => work.sql.maybeOne(row)`
  select case_id, id, brand_id, owner_id, customer_id, part_of, policy_id, because, over_at, silence_since, silence_due_at, silent_at, stagnation_since,
    stagnation_due_at, stagnant_at, looks_at
  from clocks.watch where tenant_id = ${work.tenant} and case_id = ${case_id}`

export const findWatchNamed = (work: Work, id: string) => work.sql.maybeOne({ case_id: uuid<CaseId>() })`
  select case_id from clocks.watch where tenant_id = ${work.tenant} and id = ${id}`

export type NewWatch = { case_id: string; id: string; brand_id: string; owner_id: string; customer_id: string | null }
export const insertWatches = (work: Work, watches: readonly NewWatch[]) => work.sql.run`
  insert into clocks.watch (tenant_id, case_id, id, brand_id, owner_id, customer_id)
  select ${work.tenant}, case_id, id, brand_id, owner_id, customer_id
  from jsonb_to_recordset(${json(watches)}::jsonb) as w (case_id uuid, id uuid, brand_id uuid, owner_id uuid, customer_id uuid)
  order by case_id
  on conflict do nothing`

// Whoever would work out a case's clocks queues here, in one order: the reader, the timer, whoever changed a policy.
export const lockWatches = (work: Work, cases: readonly CaseId[]): Promise<WatchRow[]> => work.sql.many(row)`
  select case_id, id, brand_id, owner_id, customer_id, part_of, policy_id, because, over_at, silence_since, silence_due_at, silent_at, stagnation_since,
    stagnation_due_at, stagnant_at, looks_at
  from clocks.watch where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[])
  order by case_id for no key update`

export const saveWatches = (work: Work, watches: readonly WatchRow[]) => work.sql.run`
  update clocks.watch w set brand_id = n.brand_id, owner_id = n.owner_id, customer_id = n.customer_id, part_of = n.part_of, policy_id = n.policy_id, because = n.because,
    over_at = n.over_at, silence_since = n.silence_since, silence_due_at = n.silence_due_at, silent_at = n.silent_at,
    stagnation_since = n.stagnation_since, stagnation_due_at = n.stagnation_due_at, stagnant_at = n.stagnant_at, looks_at = n.looks_at
  from jsonb_to_recordset(${json(watches)}::jsonb) as n (case_id uuid, brand_id uuid, owner_id uuid, customer_id uuid, part_of uuid, policy_id uuid, because jsonb,
    over_at timestamptz, silence_since timestamptz, silence_due_at timestamptz, silent_at timestamptz, stagnation_since timestamptz,
    stagnation_due_at timestamptz, stagnant_at timestamptz, looks_at timestamptz)
  where w.tenant_id = ${work.tenant} and w.case_id = n.case_id`

export const watchedAfter = (
  work: Work,
  page: { after: string; most: number; customers: readonly CustomerId[] | null },
) => work.sql.many({
  case_id: uuid<CaseId>(),
})`
  select case_id from clocks.watch
  where tenant_id = ${work.tenant} and over_at is null and part_of is null and case_id > ${page.after}
    and (${page.customers}::uuid[] is null or customer_id = any(${page.customers}::uuid[]))
  order by case_id limit ${page.most}`

export const since = (work: Work) => work.sql.maybeOne({ since: instant })`
  select since from clocks.house where tenant_id = ${work.tenant}`
// Of two that begin, the first.
export const begin = (work: Work, from: Temporal.Instant) => work.sql.run`
  insert into clocks.house (tenant_id, since) values (${work.tenant}, ${from}) on conflict do nothing`

// A watched case whose timer is gone is looked at by nobody. The timer is a job of the floor, under the watch's id.
export const countUntimed = (work: Work) => work.sql.one({ n: integer })`
  select count(*) as n from clocks.watch w
  where w.tenant_id = ${work.tenant} and w.over_at is null and w.looks_at is not null
    and not exists (select from base.job j where j.tenant_id = w.tenant_id and j.id = w.id)`
