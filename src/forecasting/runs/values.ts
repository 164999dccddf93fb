// What a forecast says of one stream, before anybody adjusts it.
import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { ForecastRunId, ForecastValues } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { daysOf, firstOfDay, instantOf, QUARTERS_A_DAY, quarterOf } from '../rules/quarters.ts'
import { forecastDays, standing, type ForecastQuarters } from '../store/publication.ts'
import { needRun } from './show.ts'
import { needQueue } from '../whose.ts'

type Asked = { id: ForecastRunId; queue: string; channel: string }
export async function runValues(work: Work, { id, queue, channel }: Asked): Promise<ForecastValues> {
  allow(work, 'workforce.read')
  await needQueue(work, queue)
  const run = await needRun(work, id)
  const own = (await standing(work, id)).find((each) => each.queue === queue && each.channel === channel)
  if (!own) throw refuse(notFound, {})
  const span = { from: quarterOf(run.from_at), to: quarterOf(run.to_at) }
  const rows = await forecastDays(work, { run: id, ...daysOf(span), keys: [streamKey(own)] })
  const columns: Record<keyof ForecastQuarters, (number | null)[]> = { mean: [], p10: [], p50: [], p90: [], handling_s: [] }
  const byDay = new Map(rows.map(({ day, quarters }) => [firstOfDay(day), quarters]))
  for (let quarter = span.from; quarter < span.to; quarter++) {
    const start = Math.floor(quarter / QUARTERS_A_DAY) * QUARTERS_A_DAY
    for (const name of ['mean', 'p10', 'p50', 'p90', 'handling_s'] as const)
      columns[name].push(byDay.get(start)?.[name][quarter - start] ?? null)
  }
  return {
    stream: { queue, channel },
    interval_min: 15,
    from: instantOf(span.from).toString(),
    ...columns,
    patience_s: own.patience_s,
  }
}
