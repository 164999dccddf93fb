// Breaks that come from plans, many at once.
import type { PersonId } from '#base/contract'
import { boolean, instant, json, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Break } from '../contract.ts'

type Window = { person: PersonId; from: string; to: string }
type Wanted = { id: string; person: PersonId; kind: Break['kind']; starts_at: string; ends_at: string }
const whose = { person: uuid<PersonId>() }

/** Those of plans in these times that are wanted no more. @returns whose they were */
export const takePlannedBack = (work: Work, windows: readonly Window[], wanted: readonly Wanted[]) => work.sql.many(whose)`
  with gone as (update routing.planned_break b set taken_back_at = ${work.now}
  from jsonb_to_recordset(${json(windows.map(({ person, from, to }) => ({ person, starts: from, ends: to })))}::jsonb) as w (person uuid, starts timestamptz, ends timestamptz)
  where b.tenant_id = ${work.tenant} and b.person_id = w.person and b.from_plan and b.taken_back_at is null and b.starts_at >= w.starts and b.starts_at < w.ends
    and not exists (
      select from jsonb_to_recordset(${json(wanted)}::jsonb) as n (person uuid, kind text, starts_at timestamptz, ends_at timestamptz)
      where n.person = b.person_id and n.kind = b.kind and n.starts_at = b.starts_at and n.ends_at = b.ends_at)
  returning b.person_id)
  select distinct person_id as person from gone`

/** Those that are not there yet. @returns whose they are */
export const insertPlannedBreaks = (work: Work, wanted: readonly Wanted[]) => work.sql.many(whose)`
  with come as (insert into routing.planned_break (tenant_id, id, person_id, kind, starts_at, ends_at, planned_by, planned_at, from_plan)
  select ${work.tenant}, n.id, n.person, n.kind, n.starts_at, n.ends_at, ${actorId(work.actor)}, ${work.now}, true
  from jsonb_to_recordset(${json(wanted)}::jsonb) as n (id uuid, person uuid, kind text, starts_at timestamptz, ends_at timestamptz)
  where n.ends_at > ${work.now}
  order by n.starts_at
  on conflict do nothing
  returning person_id)
  select distinct person_id as person from come`

const row = { person: uuid<PersonId>(), kind: word<Break['kind']>(), starts_at: instant, ends_at: instant, from_plan: boolean }
export type PlannedRow = Awaited<ReturnType<typeof breaksBetween>>[number]
export const breaksBetween = (work: Work, { from, to }: { from: Temporal.Instant; to: Temporal.Instant }) => work.sql.many(row)`
  select person_id as person, kind, starts_at, ends_at, from_plan from routing.planned_break
  where tenant_id = ${work.tenant} and taken_back_at is null and ends_at > ${from} and starts_at < ${to} order by person_id, starts_at limit 100000`
