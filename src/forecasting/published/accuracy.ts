// Forecast then, came since, by how long beforehand it was published.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { Accuracy, Step } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { readCounts } from '../history/read-counts.ts'
import { zoneOf } from '../history/nightly-timer.ts'
import { errorsOf, type Compared } from '../rules/accuracy.ts'
import { fold } from '../rules/fold.ts'
import { instantOf, quarterOf, type Span } from '../rules/quarters.ts'
import { figuresInForce } from './figures.ts'
import { needQueue } from '../whose.ts'

const LEADS = [0, 1, 2, 7, 14, 28] as const

type Asked = { queue: string; channel: string; weeks: number; interval_min: Step }
export async function accuracy(work: Work, { queue, channel, weeks, interval_min }: Asked): Promise<Accuracy> {
  allow(work, 'workforce.read')
  await needQueue(work, queue)
  const key = streamKey({ queue, channel })
  const today = work.now.toZonedDateTimeISO(await zoneOf(work)).startOfDay()
  const days = Array.from({ length: weeks * 7 + 1 }, (_, i) => today.subtract({ days: weeks * 7 - i }))
  const span = { from: quarterOf(days[0]!.toInstant()), to: quarterOf(work.now) }
  const step = interval_min / 15
  const came = (await readCounts(work, span, [key])).get(key)?.counts.arrived ?? new Float64Array(span.to - span.from).fill(NaN)
  const leads: Accuracy['leads'] = []
  for (const lead of LEADS) {
    const compared: Compared = { came: [], mean: [], p10: [], p90: [] }
    for (const day of days) await compareDay(work, compared, { key, span, day, lead, came, step })
    leads.push({ days: lead, ...errorsOf(compared) })
  }
  return {
    stream: { queue, channel }, interval_min, from: instantOf(span.from).toString(), to: instantOf(span.to).toString(), leads: leads.filter(({ intervals }) => intervals > 0),
  } // prettier-ignore
}

type Day = { key: string; span: Span; day: Temporal.ZonedDateTime; lead: number; came: Float64Array; step: number }
/** What was known of a day as it began, or so many days before; its bounds put together as a chart shows them. */
async function compareDay(work: Work, into: Compared, { key, span, day, lead, came, step }: Day): Promise<void> {
  const own = { from: quarterOf(day.toInstant()), to: Math.min(span.to, quarterOf(day.add({ days: 1 }).toInstant())) }
  if (own.from >= own.to) return
  const known_at = lead === 0 ? day.add({ days: 1 }).toInstant() : day.subtract({ days: lead - 1 }).toInstant()
  const found = (await figuresInForce(work, { span: own, keys: [key], known_at })).get(key)
  if (!found) return
  const { mean, p10, p90 } = fold(found.figures, found.spread ?? { day_cv: 0 }, step)
  into.mean.push(...mean)
  into.p10.push(...p10)
  into.p90.push(...p90)
  for (let at = own.from; at + step <= own.to; at += step)
    into.came.push(known(came.subarray(at - span.from, at - span.from + step).reduce((sum, value) => sum + value, 0)))
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
