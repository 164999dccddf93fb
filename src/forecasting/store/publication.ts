// What was published, and the figures of it by day.
import type { PersonId } from '#base/contract'
import { instant, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { ForecastRunId, PublicationId, Spread } from '../contract.ts'
import { among } from './among.ts'

const row = {
  id: uuid<PublicationId>(), run_id: uuid<ForecastRunId>(), published_at: instant, published_by: nullable(uuid<PersonId>()), from_at: instant, to_at: instant, note: text,
} // prettier-ignore
export type PublicationRow = Awaited<ReturnType<typeof listPublications>>[number]
const columns = part`id, run_id, published_at, published_by, from_at, to_at, note`

export const listPublications = (work: Work, page: { cursor: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from forecasting.publication
  where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``} order by id desc limit ${page.most}`

export const latestPublication = (work: Work) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.publication where tenant_id = ${work.tenant} order by published_at desc, id desc limit 1`

type Within = { from: Temporal.Instant; to: Temporal.Instant; known_at: Temporal.Instant; most: number }
/** Those that speak of some of a span and were known then, the latest first. */
export const publicationsOver = (work: Work, { from, to, known_at, most }: Within) => work.sql.many(row)`
  select ${columns} from forecasting.publication
  where tenant_id = ${work.tenant} and published_at <= ${known_at} and to_at > ${from} and from_at < ${to}
  order by published_at desc, id desc limit ${most}`

export const insertPublication = (work: Work, row: Omit<PublicationRow, 'published_at'>) => work.sql.run`
  insert into forecasting.publication (tenant_id, ${columns})
  values (${work.tenant}, ${row.id}, ${row.run_id}, ${work.now}, ${row.published_by}, ${row.from_at}, ${row.to_at}, ${row.note})`

export const publicationsOfRuns = (work: Work, runs: readonly ForecastRunId[]) => work.sql.many({
  id: uuid<PublicationId>(), run_id: uuid<ForecastRunId>(),
})`
  select id, run_id from forecasting.publication where tenant_id = ${work.tenant} and run_id = any(${runs}::uuid[]) order by published_at` // prettier-ignore

export type ForecastQuarters = Record<'mean' | 'p10' | 'p50' | 'p90' | 'handling_s', readonly (number | null)[]> // 96 each
type Days = { run: ForecastRunId; first: string; last: string; keys: readonly string[] | null } // keys: of streams; null: all
export const forecastDays = (work: Work, { run, first, last, keys }: Days) => work.sql.many({
  queue: text, channel: text, day: text, quarters: jsonb<ForecastQuarters>(),
})`
  select queue, channel, day::text as day, quarters from forecasting.forecast_day
  where tenant_id = ${work.tenant} and run_id = ${run} and day between ${first}::date and ${last}::date
    ${among(keys)}` // prettier-ignore

export const standing = (work: Work, run: ForecastRunId) => work.sql.many({
  queue: text, channel: text, patience_s: nullable({ oids: [700, 701], read: Number }), spread: jsonb<Spread>(),
})`
  select queue, channel, patience_s, spread from forecasting.run_stream where tenant_id = ${work.tenant} and run_id = ${run}` // prettier-ignore

/** Figures of days so long past that nobody compares them any more. */
export const deleteOldDays = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from forecasting.forecast_day where (tenant_id, run_id, day, queue, channel) in (
    select tenant_id, run_id, day, queue, channel from forecasting.forecast_day
    where tenant_id = ${work.tenant} and day < (${before}::timestamptz at time zone 'UTC')::date limit ${most})`

/** Until when each stream is forecast by what is published. */
export const forecastEnds = async (work: Work): Promise<Map<string, Temporal.Instant>> => {
  const rows = await work.sql.many({ key: text, to_at: instant })`
  select s.queue || '|' || s.channel as key, max(p.to_at) as to_at
  from forecasting.publication p join forecasting.run_stream s on s.tenant_id = p.tenant_id and s.run_id = p.run_id
  where p.tenant_id = ${work.tenant} and p.to_at > ${work.now} group by s.queue, s.channel`
  return new Map(rows.map(({ key, to_at }) => [key, to_at]))
}
