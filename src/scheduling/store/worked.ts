// Working time of past weeks, added up where it is kept: what the average over twelve weeks asks for (L3121-22).
import type { PersonId } from '#base/contract'
import { date, decimal, integer, uuid } from '#base/sql'
import type { Work } from '#base/work'
import { activityKinds, isPause } from '../contract/activity.ts'
import type { PlanId } from '../contract.ts'

const week = { person: uuid<PersonId>(), monday: date, hours: decimal }
const pauses = activityKinds.filter(isPause) // no part of the working time

type Asked = { plan: PlanId; people: readonly PersonId[]; from: string; before: string }
/** By person and Monday: this plan as it is drawn, the others as people see them. */
export const workedWeeks = (work: Work, { plan, people, from, before }: Asked) => work.sql.many(week)`
  select person_id as person, date_trunc('week', day)::date as monday, (sum(scheduling.minutes_between(starts_at, ends_at) - coalesce((
      select sum((a.value ->> 'to_min')::int - (a.value ->> 'from_min')::int) from jsonb_array_elements(activities) a
      where a.value ->> 'kind' = any(${pauses}::text[])), 0)) / 60.0)::float8 as hours
  from (
    select person_id, day, starts_at, ends_at, activities from scheduling.in_force
    where tenant_id = ${work.tenant} and cancelled_at is null and plan_id <> ${plan} and day >= ${from}::date and day < ${before}::date and person_id = any(${people}::uuid[])
    union all
    select person_id, day, starts_at, ends_at, activities from scheduling.shift
    where tenant_id = ${work.tenant} and removed_at is null and plan_id = ${plan} and day >= ${from}::date and day < ${before}::date and person_id = any(${people}::uuid[])
  ) shifts
  group by 1, 2`

/** Paid minutes of published weeks: lunch is paid by nobody. */
export const paidWeeks = (work: Work, { people, from, before }: Omit<Asked, 'plan'>) => work.sql.many({
  person: uuid<PersonId>(),
  monday: date,
  minutes: integer,
})`
  select person_id as person, date_trunc('week', day)::date as monday, sum(scheduling.minutes_between(starts_at, ends_at) - coalesce((
      select sum((a.value ->> 'to_min')::int - (a.value ->> 'from_min')::int) from jsonb_array_elements(activities) a where a.value ->> 'kind' = 'lunch'), 0))::int as minutes
  from scheduling.in_force
  where tenant_id = ${work.tenant} and cancelled_at is null and day >= ${from}::date and day < ${before}::date and person_id = any(${people}::uuid[])
  group by 1, 2`
