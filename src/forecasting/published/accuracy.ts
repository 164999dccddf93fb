// Forecast then, came since, by how long beforehand it was published.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { Accuracy, Step } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { readCounts } from '../history/read-counts.ts'
import { zoneOf } from '../history/nightly-timer.ts'
import { errorsOf, type Compared } from '../rules/accuracy.ts'
import { instantOf, quarterOf, type Span } from '../rules/quarters.ts'
import { figuresInForce } from './figures.ts'

const LEADS = [0, 1, 2, 7, 14, 28] as const

type Asked = { queue: string; channel: string; weeks: number; interval_min: Step }
export async function accuracy(work: Work, { queue, channel, weeks, interval_min }: Asked): Promise<Accuracy> {
  allow(work, 'workforce.read')
  const key = streamKey({ queue, channel })
  const today = work.now.toZonedDateTimeISO(await zoneOf(work)).startOfDay()
  const days = Array.from({ length: weeks * 7 + 1 }, (_, i) => today.subtract({ days: weeks * 7 - i }))
  const span = { from: quarterOf(days[0]!.toInstant()), to: quarterOf(work.now) }
  const came = (await readCounts(work, span, [key])).get(key)?.counts.arrived ?? new Float64Array(span.to - span.from).fill(NaN)
  const leads: Accuracy['leads'] = []
  for (const lead of LEADS) {
    const compared = noneCompared(span)
    for (const day of days) await compareDay(work, compared, { key, span, day, lead })
    leads.push({ days: lead, ...errorsOf(folded({ ...compared, came }, interval_min / 15)) })
  }
  return {
    stream: { queue, channel }, interval_min, from: instantOf(span.from).toString(), to: instantOf(span.to).toString(), leads: leads.filter(({ intervals }) => intervals > 0),
  } // prettier-ignore
}

type Forecast = Omit<Compared, 'came'>
const noneCompared = ({ from, to }: Span): Forecast => {
  const empty = (): Float64Array => new Float64Array(to - from).fill(NaN)
  return { mean: empty(), p10: empty(), p90: empty() }
}

type Day = { key: string; span: Span; day: Temporal.ZonedDateTime; lead: number }
/** What was known of a day as it began, or so many days before. */
async function compareDay(work: Work, into: Forecast, { key, span, day, lead }: Day): Promise<void> {
  const own = { from: quarterOf(day.toInstant()), to: Math.min(span.to, quarterOf(day.add({ days: 1 }).toInstant())) }
  if (own.from >= own.to) return
  const known_at = lead === 0 ? day.add({ days: 1 }).toInstant() : day.subtract({ days: lead - 1 }).toInstant()
  const found = (await figuresInForce(work, { span: own, keys: [key], known_at })).get(key)
  if (!found) return
  for (const name of ['mean', 'p10', 'p90'] as const) into[name].set(found.figures[name], own.from - span.from)
}

function folded({ came, mean, p10, p90 }: Compared, step: number): Compared {
  if (step === 1) return { came, mean, p10, p90 }
  const fold = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: Math.floor(column.length / step) }, (_, i) =>
      column.subarray(i * step, (i + 1) * step).reduce((sum, value) => sum + value, 0),
    )
  return { came: fold(came), mean: fold(mean), p10: fold(p10), p90: fold(p90) }
}
