// What people see: published shifts.
import type { PersonId } from '#base/contract'
import { boolean, date, instant, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PlanId, ShiftId } from '../contract.ts'
import type { KeptActivity } from '../rules/drawn.ts'

const row = {
  shift_id: uuid<ShiftId>(), person_id: uuid<PersonId>(), plan_id: uuid<PlanId>(), day: date, starts_at: instant, ends_at: instant,
  activities: jsonb<KeptActivity[]>(), site: nullable(text), note: text, first_at: instant, published_at: instant, sequence: integer, cancelled: boolean,
} // prettier-ignore
const columns = part`shift_id, person_id, plan_id, day, starts_at, ends_at, activities, site, note, first_at, published_at, sequence, cancelled_at is not null as cancelled`
export type InForceRow = Awaited<ReturnType<typeof inForceBetween>>[number]

export type Between = {
  from: Temporal.Instant
  to: Temporal.Instant
  people?: readonly PersonId[] | undefined
  but?: PlanId | undefined // not of this plan
  after?: { person: string; at: string } | undefined
  most: number
}
export const inForceBetween = (work: Work, { from, to, people, but, most }: Between) => work.sql.many(row)`
  select ${columns} from scheduling.in_force
  where tenant_id = ${work.tenant} and cancelled_at is null and starts_at < ${to} and ends_at > ${from} and starts_at > ${from.subtract({ hours: 16 })}
    ${people ? part`and person_id = any(${people}::uuid[])` : part``} ${but ? part`and plan_id <> ${but}` : part``}
  order by person_id, starts_at limit ${most}`

export const inForceOfPlan = (work: Work, plan: PlanId) => work.sql.many(row)`
  select ${columns} from scheduling.in_force where tenant_id = ${work.tenant} and plan_id = ${plan} and cancelled_at is null
  order by starts_at, shift_id limit 60000`

export const inForceById = (work: Work, shifts: readonly string[]) => work.sql.many(row)`
  select ${columns} from scheduling.in_force where tenant_id = ${work.tenant} and shift_id = any(${shifts}::uuid[]) and cancelled_at is null`

// Whoever offers, takes or grants a shift holds it, so that two do not at once; always in the order of ids.
export const holdInForce = (work: Work, shifts: readonly string[]) => work.sql.many(row)`
  select ${columns} from scheduling.in_force where tenant_id = ${work.tenant} and shift_id = any(${shifts}::uuid[]) and cancelled_at is null
  order by shift_id for no key update`

/** For a calendar: what was cancelled is not in it, so that it vanishes from whoever reads it. */
export const calendarOf = (work: Work, person: PersonId, { from, most }: { from: Temporal.Instant; most: number }) => work.sql.many(row)`
  select ${columns} from scheduling.in_force where tenant_id = ${work.tenant} and person_id = ${person} and cancelled_at is null and starts_at > ${from}
  order by starts_at, shift_id limit ${most}` // prettier-ignore

export const hadAny = (work: Work, person: PersonId) => work.sql.one({ any: boolean })`
  select exists (select from scheduling.in_force where tenant_id = ${work.tenant} and person_id = ${person}) as any`

export type InForceNew = {
  shift: ShiftId
  person: PersonId
  day: string
  starts_at: string
  ends_at: string
  activities: readonly KeptActivity[]
  site: string | null
  note: string
}
/** What is there already changes its sequence: also what was cancelled and comes back. */
export const putInForce = (work: Work, plan: PlanId, shifts: readonly InForceNew[]) => work.sql.run`
  insert into scheduling.in_force as f (tenant_id, shift_id, person_id, plan_id, day, starts_at, ends_at, activities, site, note, first_at, published_at)
  select ${work.tenant}, n.shift, n.person, ${plan}, n.day, n.starts_at, n.ends_at, n.activities, n.site, n.note, ${work.now}, ${work.now}
  from jsonb_to_recordset(${json(shifts)}::jsonb) as n (shift uuid, person uuid, day date, starts_at timestamptz, ends_at timestamptz, activities jsonb,
    site text, note text)
  on conflict (tenant_id, shift_id, person_id) do update set day = excluded.day, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
    activities = excluded.activities, site = excluded.site, note = excluded.note, published_at = excluded.published_at, sequence = f.sequence + 1, cancelled_at = null`

export const cancelInForce = (work: Work, of: readonly { shift: ShiftId; person: PersonId }[]) => work.sql.run`
  update scheduling.in_force f set cancelled_at = ${work.now}, published_at = ${work.now}, sequence = sequence + 1
  from unnest(${of.map(({ shift }) => shift)}::uuid[], ${of.map(({ person }) => person)}::uuid[]) as gone (shift, person)
  where f.tenant_id = ${work.tenant} and f.shift_id = gone.shift and f.person_id = gone.person and f.cancelled_at is null`

const fair = {
  person: uuid<PersonId>(), saturdays: integer, sundays: integer, late_shifts: integer, nights: integer, early_shifts: integer, worked_min: integer,
} // prettier-ignore
type Fair = {
  from: string
  before: string
  zone: string
  late_after: string
  early_before: string
  night: { from: string; to: string }
  people: readonly PersonId[]
}
/** Worked: without lunch, which nobody pays; absences are counted by who knows them. */
export const fairnessOf = (work: Work, f: Fair) => work.sql.many(fair)`
  select person_id as person, count(*) filter (where extract(isodow from day) = 6) as saturdays, count(*) filter (where extract(isodow from day) = 7) as sundays,
    count(*) filter (where (ends_at at time zone ${f.zone})::date > day or (ends_at at time zone ${f.zone})::time > ${f.late_after}::time) as late_shifts,
    count(*) filter (where (ends_at at time zone ${f.zone})::date > day or (ends_at at time zone ${f.zone})::time > ${f.night.from}::time
      or (starts_at at time zone ${f.zone})::time < ${f.night.to}::time) as nights,
    count(*) filter (where (starts_at at time zone ${f.zone})::time < ${f.early_before}::time) as early_shifts,
    (sum(scheduling.minutes_between(starts_at, ends_at) - coalesce((
      select sum((a.value ->> 'to_min')::int - (a.value ->> 'from_min')::int) from jsonb_array_elements(activities) a where a.value ->> 'kind' = 'lunch'), 0)))::int as worked_min
  from scheduling.in_force
  where tenant_id = ${work.tenant} and cancelled_at is null and day >= ${f.from}::date and day < ${f.before}::date and person_id = any(${f.people}::uuid[])
  group by person_id`

const shown = { id: uuid<ShiftId>(), person: uuid<PersonId>(), day: date, starts_at: instant, ends_at: instant, site: nullable(text) } // prettier-ignore
/** As they were last published, also what was cancelled since: one row a shift. */
export const findShown = (work: Work, shifts: readonly string[]) => work.sql.many(shown)`
  select distinct on (shift_id) shift_id as id, person_id as person, day, starts_at, ends_at, site from scheduling.in_force
  where tenant_id = ${work.tenant} and shift_id = any(${shifts}::uuid[]) order by shift_id, cancelled_at desc nulls first`

// Somebody without any written contract works the usual one, which has no end.
export const beyondContracts = (work: Work) => work.sql.one({ shifts: integer })`
  select count(*) as shifts from scheduling.in_force f
  where f.tenant_id = ${work.tenant} and f.cancelled_at is null and f.ends_at > ${work.now}
    and exists (select from scheduling.work_contract c where c.tenant_id = ${work.tenant} and c.person_id = f.person_id and c.replaced_at is null)
    and not exists (select from scheduling.work_contract c where c.tenant_id = ${work.tenant} and c.person_id = f.person_id and c.replaced_at is null and c.valid @> f.day)
    and exists (select from scheduling.work_contract c where c.tenant_id = ${work.tenant} and c.person_id = f.person_id and c.replaced_at is null and upper(c.valid) <= f.day)`
