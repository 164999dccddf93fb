import { boolean, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Calendar, CalendarId, Exception, Region, WeeklyRange } from './contract.ts'

const calendar = {
  id: uuid<CalendarId>(), name: text, zone: text, holidays: nullable(word<Region>()), good_friday: boolean, version: integer,
  weekly: jsonb<WeeklyRange[]>(), exceptions: jsonb<Exception[]>(),
} // prettier-ignore

const whole = (work: Work) => part`
  select c.id, c.name, c.zone, c.holidays, c.good_friday, c.version,
    (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'opens_minute', w.opens_minute, 'closes_minute', w.closes_minute)
        order by w.weekday, w.opens_minute), '[]')
      from calendars.weekly_range w where w.tenant_id = ${work.tenant} and w.calendar_id = c.id) as weekly,
    (select coalesce(jsonb_agg(jsonb_build_object('day', e.day, 'name', e.name, 'ranges',
        (select coalesce(jsonb_agg(jsonb_build_object('opens_minute', r.opens_minute, 'closes_minute', r.closes_minute) order by r.opens_minute), '[]')
          from calendars.exception_range r where r.tenant_id = ${work.tenant} and r.calendar_id = c.id and r.day = e.day)) order by e.day), '[]')
      from calendars.exception e where e.tenant_id = ${work.tenant} and e.calendar_id = c.id) as exceptions
  from calendars.calendar c`

export const findCalendar = (work: Work, id: CalendarId) => work.sql.maybeOne(calendar)`
  ${whole(work)} where c.tenant_id = ${work.tenant} and c.id = ${id}`

export const findKept = (work: Work, id: CalendarId) => work.sql.maybeOne(calendar)`
  ${whole(work)} where c.tenant_id = ${work.tenant} and c.id = ${id} and c.closed_at is null`

export const isKept = (work: Work, id: CalendarId) => work.sql.maybeOne({ id: uuid<CalendarId>() })`
  select id from calendars.calendar where tenant_id = ${work.tenant} and id = ${id} and closed_at is null for share`

export const listCalendars = (work: Work, page: { cursor?: string | undefined; most: number }) => work.sql.many(calendar)`
  ${whole(work)}
  where c.tenant_id = ${work.tenant} and c.closed_at is null ${page.cursor ? part`and c.id > ${page.cursor}` : part``}
  order by c.id limit ${page.most}`

export const insertCalendar = (work: Work, c: Omit<Calendar, 'version'>) => work.sql.run`
  insert into calendars.calendar (tenant_id, id, name, zone, holidays, good_friday, made_at)
  values (${work.tenant}, ${c.id}, ${c.name}, ${c.zone}, ${c.holidays}, ${c.good_friday}, ${work.now})`

export const updateCalendar = (work: Work, c: Calendar) => work.sql.run`
  update calendars.calendar
  set name = ${c.name}, zone = ${c.zone}, holidays = ${c.holidays}, good_friday = ${c.good_friday}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.id} and version = ${c.version} and closed_at is null`

export const closeCalendar = (work: Work, id: CalendarId) => work.sql.run`
  update calendars.calendar set closed_at = ${work.now}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

// Hours are read whole and written whole: what was there goes first.
export async function writeHours(
  work: Work,
  id: CalendarId,
  { weekly, exceptions }: Pick<Calendar, 'weekly' | 'exceptions'>,
): Promise<void> {
  await work.sql.run`delete from calendars.weekly_range where tenant_id = ${work.tenant} and calendar_id = ${id}`
  await work.sql.run`delete from calendars.exception where tenant_id = ${work.tenant} and calendar_id = ${id}`
  await work.sql.run`
    insert into calendars.weekly_range (tenant_id, calendar_id, weekday, opens_minute, closes_minute)
    select ${work.tenant}, ${id}, weekday, opens_minute, closes_minute
    from jsonb_to_recordset(${json(weekly)}::jsonb) as given (weekday int, opens_minute int, closes_minute int)`
  await work.sql.run`
    insert into calendars.exception (tenant_id, calendar_id, day, name)
    select ${work.tenant}, ${id}, day, name from jsonb_to_recordset(${json(exceptions)}::jsonb) as given (day date, name text)`
  await work.sql.run`
    insert into calendars.exception_range (tenant_id, calendar_id, day, opens_minute, closes_minute)
    select ${work.tenant}, ${id}, given.day, r.opens_minute, r.closes_minute
    from jsonb_to_recordset(${json(exceptions)}::jsonb) as given (day date, ranges jsonb),
      jsonb_to_recordset(given.ranges) as r (opens_minute int, closes_minute int)`
}
