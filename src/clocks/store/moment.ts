import { instant, integer, json, nullable, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { MomentKind } from '../rules/moment.ts'

export type NewMoment = { case_id: string; seq: number; at: string; kind: MomentKind; interaction_id: string | null }
export const insertMoments = (work: Work, moments: readonly NewMoment[]) => work.sql.run`
  insert into clocks.moment (tenant_id, case_id, seq, at, kind, interaction_id)
  select ${work.tenant}, case_id, seq, at, kind, interaction_id
  from jsonb_to_recordset(${json(moments)}::jsonb) as m (case_id uuid, seq bigint, at timestamptz, kind text, interaction_id uuid)
  on conflict do nothing`

// Of a case that never ends, the latest: two thousand of them are more than people write about one thing. What was merged into it is said there.
const MOST = 2_000
const row = { of: uuid<CaseId>(), seq: integer, at: instant, kind: word<MomentKind>(), interaction_id: nullable(uuid()) }
export const momentsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select c.id as of, m.seq, m.at, m.kind, m.interaction_id
  from unnest(${cases}::uuid[]) as c (id) cross join lateral (
    select seq, at, kind, interaction_id from clocks.moment where tenant_id = ${work.tenant} and case_id = c.id
    union all
    select p.seq, p.at, p.kind, p.interaction_id from clocks.watch w join clocks.moment p on p.tenant_id = w.tenant_id and p.case_id = w.case_id
    where w.tenant_id = ${work.tenant} and w.part_of = c.id
      and p.kind in ('asked', 'answered', 'said', 'cancelled', 'failed', 'arrived', 'progress')
    order by seq desc limit ${MOST}) m
  order by c.id, m.seq`

export const lastSeq = async (work: Work, case_id: CaseId): Promise<number> =>
  (
    await work.sql.one({
      seq: nullable(integer),
    })`select max(seq) as seq from clocks.moment where tenant_id = ${work.tenant} and case_id = ${case_id}`
  ).seq ?? 0

export const holdingAmong = async (work: Work, interactions: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await work.sql.one({ found: uuids() })`
  select coalesce(array_agg(interaction_id), '{}') as found from clocks.holding_message
  where tenant_id = ${work.tenant} and interaction_id = any(${interactions}::uuid[])`
    ).found,
  )

export const recordHolding = (work: Work, h: { interaction: string; case_id: CaseId; by: string | null }) => work.sql.run`
  insert into clocks.holding_message (tenant_id, interaction_id, case_id, by_id, at)
  values (${work.tenant}, ${h.interaction}, ${h.case_id}, ${h.by}, ${work.now})`
