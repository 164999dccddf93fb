// Shifts as they are being drawn up.
import type { PersonId } from '#base/contract'
import { inPieces } from '#base/give-way'
import { boolean, date, instant, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { GatheringId, PatternId, PlanId, ShiftId } from '../contract.ts'
import type { DrawnShift, KeptActivity } from '../rules/drawn.ts'

const row = {
  id: uuid<ShiftId>(), plan_id: uuid<PlanId>(), person_id: nullable(uuid<PersonId>()), day: date, starts_at: instant, ends_at: instant,
  activities: jsonb<KeptActivity[]>(), pattern_id: nullable(uuid<PatternId>()), site: nullable(text), note: text, locked: boolean, version: integer,
} // prettier-ignore
const columns = part`id, plan_id, person_id, day, starts_at, ends_at, activities, pattern_id, site, note, locked_at is not null as locked, version`
type Row = Awaited<ReturnType<typeof rowsById>>[number]
export type KeptShift = DrawnShift & { plan: PlanId }

const drawn = (r: Row): KeptShift => ({
  id: r.id, plan: r.plan_id, person: r.person_id, day: r.day.toString(), starts_at: r.starts_at.toString(), ends_at: r.ends_at.toString(),
  activities: r.activities, pattern: r.pattern_id, site: r.site, note: r.note, locked: r.locked, version: r.version,
}) // prettier-ignore

const rowsById = (work: Work, ids: readonly string[]) => work.sql.many(row)`
  select ${columns} from scheduling.shift where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and removed_at is null`
/** Those that are not removed. */
export const shiftsById = async (work: Work, ids: readonly string[]): Promise<KeptShift[]> =>
  (await rowsById(work, ids)).map(drawn)

export type ShiftsOf = {
  plan: PlanId
  from: Temporal.Instant
  to: Temporal.Instant
  people?: readonly PersonId[] | undefined // of these only
  nobodys?: boolean | undefined // and those of nobody yet
  most: number
}
// A shift lasts sixteen hours at most: those that touch a time begin no more than that before it.
export const shiftsOfPlan = async (work: Work, of: ShiftsOf): Promise<KeptShift[]> => await inPieces(await work.sql.many(row)`
  select ${columns} from scheduling.shift
  where tenant_id = ${work.tenant} and plan_id = ${of.plan} and removed_at is null and starts_at < ${of.to} and ends_at > ${of.from}
    and starts_at > ${of.from.subtract({ hours: 16 })}
    ${of.people ? (of.nobodys ? part`and (person_id is null or person_id = any(${of.people}::uuid[]))` : part`and person_id = any(${of.people}::uuid[])`) : part``}
  order by starts_at, id limit ${of.most}`, drawn) // prettier-ignore

/** One that is nobody's yet, at exactly these hours. */
export const nobodysShift = async (work: Work, of: { plan_id: PlanId; starts_at: Temporal.Instant; ends_at: Temporal.Instant }): Promise<KeptShift | undefined> => {
  const found = await work.sql.maybeOne(row)`
    select ${columns} from scheduling.shift
    where tenant_id = ${work.tenant} and plan_id = ${of.plan_id} and person_id is null and removed_at is null and starts_at = ${of.starts_at} and ends_at = ${of.ends_at}
    order by id limit 1`
  return found && drawn(found)
} // prettier-ignore

export const countShifts = (work: Work, plans: readonly PlanId[]) => work.sql.many({ plan_id: uuid<PlanId>(), shifts: integer, unassigned: integer })`
  select plan_id, count(*) as shifts, count(*) filter (where person_id is null) as unassigned
  from scheduling.shift where tenant_id = ${work.tenant} and plan_id = any(${plans}::uuid[]) and removed_at is null group by plan_id` // prettier-ignore

type Written = DrawnShift & { removed: boolean }
/** All of them by one statement, so that people may change places. */
export const writeShifts = (work: Work, plan: PlanId, shifts: readonly Written[]) => work.sql.run`
  insert into scheduling.shift as s (tenant_id, id, plan_id, person_id, day, starts_at, ends_at, activities, pattern_id, site, note, locked_at, version, removed_at)
  select ${work.tenant}, n.id, ${plan}, n.person, n.day, n.starts_at, n.ends_at, n.activities, n.pattern, n.site, n.note,
    case when n.locked then ${work.now}::timestamptz end, n.version, case when n.removed then ${work.now}::timestamptz end
  from jsonb_to_recordset(${json(shifts)}::jsonb) as n (id uuid, person uuid, day date, starts_at timestamptz, ends_at timestamptz, activities jsonb,
    pattern uuid, site text, note text, locked boolean, version int, removed boolean)
  on conflict (tenant_id, id) do update set person_id = excluded.person_id, day = excluded.day, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
    activities = excluded.activities, pattern_id = excluded.pattern_id, site = excluded.site, note = excluded.note,
    locked_at = case when excluded.locked_at is null then null else coalesce(s.locked_at, excluded.locked_at) end, version = excluded.version,
    removed_at = excluded.removed_at`

/** Versions of shifts, removed ones too. */
export const versionsOf = (work: Work, ids: readonly string[]) => work.sql.many({ id: uuid<ShiftId>(), version: integer, removed: boolean })`
  select id, version, removed_at is not null as removed from scheduling.shift where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])` // prettier-ignore

const placed = { gathering: uuid<GatheringId>(), person: nullable(uuid<PersonId>()), starts_at: instant, ends_at: instant }
/** Where meetings and training lie. */
export const gatheringsPlaced = (work: Work, plan: PlanId, gatherings: readonly string[]) => work.sql.many(placed)`
  select (a.value ->> 'gathering')::uuid as gathering, s.person_id as person, s.starts_at + make_interval(mins => (a.value ->> 'from_min')::int) as starts_at,
    s.starts_at + make_interval(mins => (a.value ->> 'to_min')::int) as ends_at
  from scheduling.shift s cross join jsonb_array_elements(s.activities) a
  where s.tenant_id = ${work.tenant} and s.plan_id = ${plan} and s.removed_at is null and s.activities @? '$[*].gathering ? (@ != null)'
    and a.value ->> 'gathering' = any(${gatherings}::text[])
  order by starts_at, person limit 5000`

export const shiftsWithGathering = async (work: Work, plan: PlanId, gathering: string): Promise<KeptShift[]> => (await work.sql.many(row)`
  select ${columns} from scheduling.shift s
  where tenant_id = ${work.tenant} and plan_id = ${plan} and removed_at is null
    and activities @> ${json([{ gathering }])}::jsonb order by id limit 5000`).map(drawn) // prettier-ignore

/** All they are drawn for from now on, in any plan. */
export const comingOf = async (work: Work, person: PersonId): Promise<KeptShift[]> => (await work.sql.many(row)`
  select ${columns} from scheduling.shift
  where tenant_id = ${work.tenant} and person_id = ${person} and removed_at is null and starts_at > ${work.now} order by plan_id, starts_at limit 5000`).map(drawn) // prettier-ignore
