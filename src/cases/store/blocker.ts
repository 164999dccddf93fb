// What keeps cases open, told by the rooms above.
import { instant, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '../contract.ts'

const row = { kind: text, id: uuid(), case_id: uuid<CaseId>(), what: text, waits_for: text, since: instant }
export type BlockerRow = Awaited<ReturnType<typeof openBlockers>>[number]

// Also those of the cases that are part of these.
export const openBlockers = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select b.kind, b.id, b.case_id, b.what, b.waits_for, b.since from cases.blocker b
  where b.tenant_id = ${work.tenant} and b.ended_at is null and (b.case_id = any(${cases}::uuid[]) or b.case_id in (
    select id from cases."case" where tenant_id = ${work.tenant} and main_id = any(${cases}::uuid[])))
  order by b.since, b.id limit 500`

// Asked again it is what it is now, since it first was.
export const putBlocker = (
  work: Work,
  b: { kind: string; id: string; case_id: CaseId; what: string; waits_for: string; by: string },
) => work.sql.run`
  insert into cases.blocker as b (tenant_id, kind, id, case_id, what, waits_for, since, by)
  values (${work.tenant}, ${b.kind}, ${b.id}, ${b.case_id}, ${b.what}, ${b.waits_for}, ${work.now}, ${b.by})
  on conflict (tenant_id, kind, id) do update set what = excluded.what, waits_for = excluded.waits_for, case_id = excluded.case_id,
    ended_at = null, since = case when b.ended_at is null then b.since else excluded.since end`

export const findBlocker = (work: Work, kind: string, id: string) => work.sql.maybeOne(row)`
  select kind, id, case_id, what, waits_for, since from cases.blocker
  where tenant_id = ${work.tenant} and kind = ${kind} and id = ${id} and ended_at is null`

export const endBlocker = (work: Work, kind: string, id: string) => work.sql.maybeOne({ case_id: uuid<CaseId>() })`
  update cases.blocker set ended_at = greatest(${work.now}::timestamptz, since)
  where tenant_id = ${work.tenant} and kind = ${kind} and id = ${id} and ended_at is null returning case_id`
