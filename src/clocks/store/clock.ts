import type { PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ClockId, ClockKind, PauseReason, PolicyId, Segment } from '../contract.ts'

export type ClockRow = {
  id: ClockId
  case_id: CaseId
  kind: ClockKind
  round: number
  policy_id: PolicyId
  brand_id: string
  owner_id: PersonId
  target_minutes: number
  started_at: Temporal.Instant
  due_at: Temporal.Instant | null
  segments: Segment[]
  paused_because: PauseReason | null
  warned_at: Temporal.Instant | null
  breached_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_as: 'met' | 'over' | null
}
export const row = {
  id: uuid<ClockId>(), case_id: uuid<CaseId>(), kind: word<ClockKind>(), round: integer, policy_id: uuid<PolicyId>(), brand_id: uuid(), owner_id: uuid<PersonId>(),
  target_minutes: integer, started_at: instant, due_at: nullable(instant), segments: jsonb<Segment[]>(), paused_because: nullable(word<PauseReason>()),
  warned_at: nullable(instant), breached_at: nullable(instant), ended_at: nullable(instant), ended_as: nullable(word<'met' | 'over'>()),
} // prettier-ignore

export const clocksOf = (work: Work, cases: readonly CaseId[]): Promise<ClockRow[]> => work.sql.many(row)`
  select id, case_id, kind, round, policy_id, brand_id, owner_id, target_minutes, started_at, due_at, segments, paused_because, warned_at,
    breached_at, ended_at, ended_as
  from clocks.clock where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[])
  order by case_id, started_at, id`

export const saveClocks = (work: Work, clocks: readonly ClockRow[]) => work.sql.run`
  insert into clocks.clock (tenant_id, id, case_id, kind, round, policy_id, brand_id, owner_id, target_minutes, started_at, due_at, segments, paused_because,
    warned_at, breached_at, ended_at, ended_as)
  select ${work.tenant}, id, case_id, kind, round, policy_id, brand_id, owner_id, target_minutes, started_at, due_at, segments, paused_because, warned_at,
    breached_at, ended_at, ended_as
  from jsonb_to_recordset(${json(clocks)}::jsonb) as c (id uuid, case_id uuid, kind text, round int, policy_id uuid, brand_id uuid, owner_id uuid,
    target_minutes int, started_at timestamptz, due_at timestamptz, segments jsonb, paused_because text, warned_at timestamptz, breached_at timestamptz,
    ended_at timestamptz, ended_as text)
  on conflict (tenant_id, case_id, kind, round) do update set policy_id = excluded.policy_id, brand_id = excluded.brand_id, owner_id = excluded.owner_id,
    target_minutes = excluded.target_minutes, started_at = excluded.started_at, due_at = excluded.due_at, segments = excluded.segments,
    paused_because = excluded.paused_because, warned_at = excluded.warned_at, breached_at = excluded.breached_at, ended_at = excluded.ended_at,
    ended_as = excluded.ended_as`

// What runs out next, or has: one a case.
const next = {
  case_id: uuid<CaseId>(),
  id: uuid<ClockId>(),
  kind: word<ClockKind>(),
  policy_id: uuid<PolicyId>(),
  due_at: instant,
  breached_at: nullable(instant),
}
export const nextDue = (work: Work, cases: readonly CaseId[]) => work.sql.many(next)`
  select distinct on (case_id) case_id, id, kind, policy_id, due_at, breached_at from clocks.clock
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and ended_at is null and due_at is not null
  order by case_id, due_at, id`
