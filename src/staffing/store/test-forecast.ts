// A stand-in for a published forecast, for tests of this room: written where forecasting keeps its own, so that it is read through forecasting's door.
import { newId } from '#base/id'
import { json } from '#base/sql'
import type { Work } from '#base/work'

export type TestStream = {
  queue: string
  channel: string
  per_quarter: (at: Temporal.Instant) => number // contacts in the quarter of an hour
  handling_s: number
  patience_s?: number
}
const QUARTERS = 96

/** From the coming midnight of Greenwich on. */
export async function publishTestForecast(work: Work, streams: readonly TestStream[], days: number): Promise<void> {
  const first = work.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })
  const [from, to] = [first, first.add({ days })].map((day) => day.toZonedDateTime('UTC').toInstant())
  const run = newId(work.now)
  await work.sql.run`
    insert into forecasting.run (tenant_id, id, asked_at, from_at, to_at, weeks, zone, began_at, ended_at, ended_as)
    values (${work.tenant}, ${run}, ${work.now}, ${from}, ${to}, 8, 'Europe/Paris', ${work.now}, ${work.now}, 'done')`
  for (const stream of streams) await writeStream(work, run, { stream, first, days })
  await work.sql.run`
    insert into forecasting.publication (tenant_id, id, run_id, published_at, from_at, to_at, note)
    values (${work.tenant}, ${newId(work.now)}, ${run}, ${work.now}, ${from}, ${to}, '')`
}

type Writing = { stream: TestStream; first: Temporal.PlainDate; days: number }

async function writeStream(work: Work, run: string, { stream, first, days }: Writing): Promise<void> {
  const { queue, channel, per_quarter, handling_s, patience_s } = stream
  await work.sql.run`
    insert into forecasting.run_stream (tenant_id, run_id, queue, channel, told, patience_s, spread)
    values (${work.tenant}, ${run}, ${queue}, ${channel}, ${json({})}, ${patience_s ?? null}, ${json({ day_cv: 0 })})`
  for (let ahead = 0; ahead < days; ahead++) {
    const day = first.add({ days: ahead })
    const begins = day.toZonedDateTime('UTC').toInstant()
    const mean = Array.from({ length: QUARTERS }, (_, place) => per_quarter(begins.add({ minutes: 15 * place })))
    const quarters = {
      mean,
      p10: mean.map((value) => value * 0.8),
      p50: mean,
      p90: mean.map((value) => value * 1.3),
      handling_s: mean.map(() => handling_s),
    }
    await work.sql.run`
      insert into forecasting.forecast_day (tenant_id, run_id, queue, channel, day, quarters)
      values (${work.tenant}, ${run}, ${queue}, ${channel}, ${day}, ${json(quarters)})`
  }
}

/** Brands stand beside this room: rules may name them once they are there. */
export const insertTestBrand = (work: Work, brand: { id: string; name: string }) => work.sql.run`
  insert into brands.brand (tenant_id, id, name, language, colour, made_at)
  values (${work.tenant}, ${brand.id}, ${brand.name}, 'fr', '#225588', ${work.now})`
