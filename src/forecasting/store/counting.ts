// Which days have been counted, and which have to be.
import { boolean, instant, integer, join, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'

const row = { since: instant, timer: uuid(), nightly: uuid(), counted_at: nullable(instant), took_ms: integer }
export type Counting = NonNullable<Awaited<ReturnType<typeof findCounting>>>

export const findCounting = (work: Work) => work.sql.maybeOne(row)`
  select since, timer, nightly, counted_at, took_ms from forecasting.counting where tenant_id = ${work.tenant}`

/** Whoever counts holds it: two servers do not count one house at once. */
export const holdCounting = (work: Work) => work.sql.maybeOne(row)`
  select since, timer, nightly, counted_at, took_ms from forecasting.counting where tenant_id = ${work.tenant} for update`

export const beginCounting = (work: Work, { timer, nightly }: { timer: string; nightly: string }) => work.sql.run`
  insert into forecasting.counting (tenant_id, since, timer, nightly) values (${work.tenant}, ${work.now}, ${timer}, ${nightly})
  on conflict (tenant_id) do nothing`

export const recordCounted = (work: Work, { at, took_ms }: { at: Temporal.Instant | null; took_ms: number }) => work.sql.run`
  update forecasting.counting set took_ms = ${took_ms} ${at ? part`, counted_at = ${at}` : part``} where tenant_id = ${work.tenant}`

/** Something happened on these days. */
export const markDays = async (work: Work, days: readonly string[]): Promise<number> =>
  days.length === 0
    ? 0
    : await work.sql.run`
  insert into forecasting.day (tenant_id, day, dirty_at)
  values ${join(days.map((day) => part`(${work.tenant}, ${day}::date, ${work.now})`), ', ')}
  on conflict (tenant_id, day) do update set dirty_at = excluded.dirty_at` // prettier-ignore

/** Every day from the first on is to be counted. */
export const markAll = (work: Work, from: Temporal.PlainDate) => work.sql.run`
  insert into forecasting.day (tenant_id, day, dirty_at)
  select ${work.tenant}, day::date, ${work.now} from generate_series(${from.toString()}::date, (${work.now}::timestamptz at time zone 'UTC')::date, interval '1 day') day
  on conflict (tenant_id, day) do update set dirty_at = excluded.dirty_at`

/** Days of which it is open what becomes of some who came, no older than that. */
export const markUndecided = (work: Work, since: Temporal.Instant) => work.sql.run`
  update forecasting.day set dirty_at = ${work.now}
  where tenant_id = ${work.tenant} and undecided > 0 and day >= (${since}::timestamptz at time zone 'UTC')::date and dirty_at is null`

/** Latest first: today is wanted before last year. */
export const daysToCount = (work: Work, most: number) => work.sql.many({ day: text, dirty_at: instant })`
  select day::text as day, dirty_at from forecasting.day where tenant_id = ${work.tenant} and dirty_at is not null order by day desc limit ${most}`

export const countDays = (work: Work) => work.sql.one({ dirty: integer, all_days: integer })`
  select count(*) filter (where dirty_at is not null and counted_at is null) as dirty, count(*) as all_days from forecasting.day where tenant_id = ${work.tenant}`

type Counted = { day: string; undecided: number; at: Temporal.Instant; dirty_at: Temporal.Instant }
/** What was marked since it was read stays marked. */
export const recordDay = (work: Work, { day, undecided, at, dirty_at }: Counted) => work.sql.run`
  update forecasting.day set counted_at = ${at}, undecided = ${undecided}, dirty_at = nullif(dirty_at, ${dirty_at}::timestamptz)
  where tenant_id = ${work.tenant} and day = ${day}::date`

export const isAnyDirty = async (work: Work): Promise<boolean> =>
  (
    await work.sql.one({ dirty: boolean })`
    select exists (select from forecasting.day where tenant_id = ${work.tenant} and dirty_at is not null) as dirty`
  ).dirty

export const daysKnown = (work: Work, { first, last }: { first: string; last: string }) => work.sql.many({
  day: text,
  counted_at: instant,
})`
  select day::text as day, counted_at from forecasting.day
  where tenant_id = ${work.tenant} and day between ${first}::date and ${last}::date and counted_at is not null order by day`

/** Days nothing has happened in since, and that are not counted all the same. */
export const longUncounted = (work: Work, before: Temporal.Instant) => work.sql.one({ days: integer })`
  select count(*) as days from forecasting.day where tenant_id = ${work.tenant} and dirty_at < ${before}`

/** Something is to be counted, and nothing will. */
export const uncountedWithoutTimer = async (work: Work): Promise<boolean> =>
  (
    await work.sql.one({ stuck: boolean })`
    select exists (select from forecasting.counting c where c.tenant_id = ${work.tenant}
      and exists (select from forecasting.day d where d.tenant_id = c.tenant_id and d.dirty_at is not null)
      and not exists (select from base.job j where j.tenant_id = c.tenant_id and j.id = c.timer and j.parked_at is null)) as stuck`
  ).stuck
