// Forecasts that were asked for, one row each; and what each says of its streams.
import type { PersonId } from '#base/contract'
import { boolean, decimal, instant, integer, join, json, jsonb, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { ForecastRunId, ForecastState, ForecastStream, Spread } from '../contract.ts'
import type { ForecastQuarters } from './publication.ts'

type Failed = { code: string; fr: string; en: string }
const row = {
  id: uuid<ForecastRunId>(), asked_by: nullable(uuid<PersonId>()), asked_at: instant, from_at: instant, to_at: instant, weeks: integer, zone: text, publishes: boolean,
  began_at: nullable(instant), ended_at: nullable(instant), ended_as: nullable(word<ForecastState>()), failed: nullable(jsonb<Failed>()), tries: integer, progress: decimal,
  left_out: integer, streams: integer,
} // prettier-ignore
export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>
const columns = (
  work: Work,
): Part => part`id, asked_by, asked_at, from_at, to_at, weeks, zone, publishes, began_at, ended_at, ended_as, failed, tries, progress, left_out,
  (select count(*) from forecasting.run_stream s where s.tenant_id = ${work.tenant} and s.run_id = id) as streams`

export const findRun = (work: Work, id: ForecastRunId) => work.sql.maybeOne(row)`
  select ${columns(work)} from forecasting.run where tenant_id = ${work.tenant} and id = ${id}`

export const listRuns = (work: Work, page: { cursor: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns(work)} from forecasting.run where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``} order by id desc limit ${page.most}`

type New = Pick<RunRow, 'id' | 'asked_by' | 'from_at' | 'to_at' | 'weeks' | 'zone' | 'publishes'>
export const insertRun = (work: Work, r: New) => work.sql.run`
  insert into forecasting.run (tenant_id, id, asked_by, asked_at, from_at, to_at, weeks, zone, publishes)
  values (${work.tenant}, ${r.id}, ${r.asked_by}, ${work.now}, ${r.from_at}, ${r.to_at}, ${r.weeks}, ${r.zone}, ${r.publishes})`

export const countWaiting = (work: Work) => work.sql.one({ n: integer })`
  select count(*) as n from forecasting.run where tenant_id = ${work.tenant} and ended_at is null`

// What is written of a run that goes on is written only while it goes on: no row means that somebody stopped it.
const onward = (work: Work, id: ForecastRunId, what: Part): Promise<number> => work.sql.run`
  update forecasting.run set ${what} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const recordBegun = (work: Work, id: ForecastRunId) =>
  onward(work, id, part`began_at = coalesce(began_at, ${work.now}), tries = tries + 1`)
export const recordProgress = (work: Work, id: ForecastRunId, progress: number) => onward(work, id, part`progress = ${progress}`)
/** It goes on elsewhere: streams that are told stay. `tries`: given back, where the server stopped in good order. */
export const recordStopped = (work: Work, id: ForecastRunId, tries: number) =>
  onward(work, id, part`progress = 0, tries = greatest(tries - ${tries}, 0)`)
/** Days more are counted, or a stream more is told: who is killed after that has not tried in vain. */
export const recordNotInVain = (work: Work, id: ForecastRunId) => onward(work, id, part`tries = 1`)
export const recordDone = (work: Work, id: ForecastRunId, left_out: number) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'done', progress = 1, left_out = ${left_out}`)
export const recordFailed = (work: Work, id: ForecastRunId, failed: Failed) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'failed', failed = ${json(failed)}`)
export const recordCancelled = (work: Work, id: ForecastRunId) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'cancelled'`)

export type Told = Omit<ForecastStream, 'stream' | 'label' | 'spread'>
type OfStream = { run: ForecastRunId; queue: string; channel: string; told: Told; patience_s: number | null; spread: Spread }
export const putStream = (work: Work, s: OfStream) => work.sql.run`
  insert into forecasting.run_stream (tenant_id, run_id, queue, channel, told, patience_s, spread)
  values (${work.tenant}, ${s.run}, ${s.queue}, ${s.channel}, ${json(s.told)}, ${s.patience_s}, ${json(s.spread)})
  on conflict (tenant_id, run_id, queue, channel) do nothing`

type Days = { run: ForecastRunId; queue: string; channel: string; days: readonly { day: string; quarters: ForecastQuarters }[] }
export const putForecast = async (work: Work, { run, queue, channel, days }: Days): Promise<void> => {
  if (days.length === 0) return
  await work.sql.run`
  insert into forecasting.forecast_day (tenant_id, run_id, queue, channel, day, quarters)
  values ${join(days.map(({ day, quarters }) => part`(${work.tenant}, ${run}, ${queue}, ${channel}, ${day}::date, ${json(quarters)})`), ', ')}
  on conflict do nothing` // prettier-ignore
}

export const streamsOf = (work: Work, run: ForecastRunId) => work.sql.many({
  queue: text, channel: text, told: jsonb<Told>(), patience_s: nullable({ oids: [700, 701], read: Number }), spread: jsonb<Spread>(),
})`
  select queue, channel, told, patience_s, spread from forecasting.run_stream where tenant_id = ${work.tenant} and run_id = ${run} order by queue, channel` // prettier-ignore

/** Those that nobody published, a month after they ended. */
export const deleteOldRuns = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from forecasting.run where (tenant_id, id) in (
    select r.tenant_id, r.id from forecasting.run r
    where r.tenant_id = ${work.tenant} and r.ended_at < ${before}
      and not exists (select from forecasting.publication p where p.tenant_id = r.tenant_id and p.run_id = r.id)
    order by r.ended_at limit ${most})`

/** A day after it was asked for, nobody is at it any more. */
export const endLostRuns = (work: Work, before: Temporal.Instant, failed: Failed) => work.sql.run`
  update forecasting.run set ended_at = ${work.now}, ended_as = 'failed', failed = ${json(failed)}
  where tenant_id = ${work.tenant} and ended_at is null and asked_at < ${before}`
