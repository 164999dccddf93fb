import { date, integer, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId } from '../contract.ts'

const row = {
  person: uuid<PersonId>(), weekday: integer, starts_minute: integer, ends_minute: integer, zone: text, from: date, until: nullable(date), // until: the first day without
} // prettier-ignore
export type FreeTimeRow = Awaited<ReturnType<typeof freeTimesBetween>>[number]
export const freeTimesBetween = (work: Work, { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) => work.sql.many(
  row,
)`
  select person_id as person, weekday, starts_minute, ends_minute, zone, lower(days) as "from", upper(days) as until from staff.part_time
  where tenant_id = ${work.tenant} and days && daterange(${from}::date, ${to}::date, '[]')
  order by person_id, weekday, starts_minute limit 10000`
