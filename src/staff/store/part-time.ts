import pg from 'pg'
import { date, integer, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { FreeTime, PartTimeId, PersonId } from '../contract.ts'
import type { Leaving } from './person.ts'

const row = {
  weekday: integer, starts_minute: integer, ends_minute: integer, zone: text, from: date, deputy_id: nullable(uuid<PersonId>()),
} // prettier-ignore

// What holds on a day, or from the first day after it on which something will.
export const partTimeOf = (work: Work, person: PersonId) => work.sql.many(row)`
  select weekday, starts_minute, ends_minute, zone, lower(days) as "from", deputy_id from staff.part_time
  where tenant_id = ${work.tenant} and person_id = ${person} and upper_inf(days)
  order by weekday, starts_minute`

export const endPartTime = async (work: Work, person: PersonId, from: Temporal.PlainDate): Promise<void> => {
  await work.sql.run`
    delete from staff.part_time where tenant_id = ${work.tenant} and person_id = ${person} and lower(days) >= ${from}::date`
  await work.sql.run`
    update staff.part_time set days = daterange(lower(days), ${from}::date)
    where tenant_id = ${work.tenant} and person_id = ${person} and days @> ${from}::date`
}

type New = { person: PersonId; zone: string; from: Temporal.PlainDate; deputy: PersonId | null; by: string }
export const insertPartTime = (work: Work, given: New, free: readonly (FreeTime & { id: PartTimeId })[]) => work.sql.run`
  insert into staff.part_time (tenant_id, id, person_id, weekday, starts_minute, ends_minute, zone, days, deputy_id, noted_at, noted_by)
  select ${work.tenant}, f.id, ${given.person}, f.weekday, f.starts, f.ends, ${given.zone}, daterange(${given.from}::date, null), ${given.deputy}, ${work.now}, ${given.by}
  from unnest(${free.map(({ id }) => id)}::uuid[], ${free.map((f) => f.weekday)}::int[], ${free.map((f) => f.starts_minute)}::int[],
    ${free.map((f) => f.ends_minute)}::int[]) as f (id, weekday, starts, ends)`

export const replacePartTimeDeputy = (work: Work, { person, successor }: Leaving) => work.sql.run`
  update staff.part_time set deputy_id = nullif(${successor}::uuid, person_id) where tenant_id = ${work.tenant} and deputy_id = ${person}`

export const endAllPartTime = (work: Work, person: PersonId) => work.sql.run`
  update staff.part_time set days = daterange(lower(days), greatest(lower(days) + 1, (${work.now}::timestamptz at time zone zone)::date + 1))
  where tenant_id = ${work.tenant} and person_id = ${person} and upper_inf(days)`

export const isTwiceInADay = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.constraint === 'part_time_once'
