// A stand-in for a published forecast, for tests of this room: written where forecasting keeps its own, so that it is read through forecasting's door.
import { newId } from '#base/id'
import { json } from '#base/sql'
import type { Work } from '#base/work'

export type TestStream = {
  queue: string
  channel: string
  per_quarter: (hour: number) => number
  handling_s: number
  patience_s?: number
}
const QUARTERS = 96

/** Of today and the days after it, by the clock of Greenwich. */
export async function publishTestForecast(work: Work, streams: readonly TestStream[], days = 2): Promise<void> {
  const first = work.now.toZonedDateTimeISO('UTC').toPlainDate()
  const [from, to] = [first, first.add({ days })].map((day) => day.toZonedDateTime('UTC').toInstant())
  const run = newId(work.now)
  const eve = from!.subtract({ hours: 6 }) // nobody publishes for the past
  await work.sql.run`
    insert into forecasting.run (tenant_id, id, asked_at, from_at, to_at, weeks, zone, began_at, ended_at, ended_as)
    values (${work.tenant}, ${run}, ${eve}, ${from}, ${to}, 8, 'Europe/Paris', ${eve}, ${eve}, 'done')`
  for (const { queue, channel, per_quarter, handling_s, patience_s } of streams) {
    await work.sql.run`
      insert into forecasting.run_stream (tenant_id, run_id, queue, channel, told, patience_s, spread)
      values (${work.tenant}, ${run}, ${queue}, ${channel}, ${json({})}, ${patience_s ?? null}, ${json({ day_cv: 0.1, dispersion: 1 })})`
    const mean = Array.from({ length: QUARTERS }, (_, place) => per_quarter(place / 4))
    const quarters = { mean, p10: mean.map((n) => n * 0.85), p50: mean, p90: mean.map((n) => n * 1.15), handling_s: mean.map(() => handling_s) }
    for (let ahead = 0; ahead < days; ahead++)
      await work.sql.run`
        insert into forecasting.forecast_day (tenant_id, run_id, queue, channel, day, quarters)
        values (${work.tenant}, ${run}, ${queue}, ${channel}, ${first.add({ days: ahead })}, ${json(quarters)})`
  }
  await work.sql.run`
    insert into forecasting.publication (tenant_id, id, run_id, published_at, from_at, to_at, note)
    values (${work.tenant}, ${newId(work.now)}, ${run}, ${eve}, ${from}, ${to}, '')`
} // prettier-ignore
