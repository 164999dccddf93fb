// The forecast in force over a span, before and after what people adjusted. Also as it was known at an earlier moment.
import type { Work } from '#base/work'
import type { ForecastRunId, Spread } from '../contract.ts'
import { streamKey, type Stream } from '../contract/streams.ts'
import { adjust, type Adjusting, type Figures } from '../rules/adjust.ts'
import { inForce } from '../rules/in-force.ts'
import { daysOf, firstOfDay, instantOf, quarterAfter, quarterOf, QUARTERS_A_DAY, type Span } from '../rules/quarters.ts'
import { adjustmentsInForce, type AdjustmentRow } from '../store/adjustment.ts'
import type { RunRow } from '../store/run.ts'
import { forecastDays, publicationsOver, standing, type ForecastQuarters } from '../store/publication.ts'

export type InForce = {
  stream: Stream
  figures: Figures
  unadjusted: Float64Array
  spread: Spread | null
  adjusted_by: AdjustmentRow[]
}
type Asked = { span: Span; keys: readonly string[] | null; known_at?: Temporal.Instant }

const MOST_PUBLICATIONS = 400
const MOST_ADJUSTMENTS = 2_000

/** By stream, cut to the span. */
export async function figuresInForce(work: Work, { span, keys, known_at = work.now }: Asked): Promise<Map<string, InForce>> {
  const adjustments = await reaching(work, span)
  const found = await unadjusted(work, { span: hull(span, adjustments), keys, known_at })
  return adjusted(found, adjustments, span)
}

/** The same, were this run published. */
export async function figuresOfRun(
  work: Work,
  { span, keys, run }: Omit<Asked, 'known_at'> & { run: RunRow },
): Promise<Map<string, InForce>> {
  const adjustments = await reaching(work, span)
  const wide = hull(span, adjustments)
  const found = new Map<string, Found>()
  const stretch = { from: Math.max(wide.from, quarterOf(run.from_at)), to: Math.min(wide.to, quarterOf(run.to_at)) }
  await fill(work, found, { stretch, run: run.id, span: wide, keys })
  return adjusted(found, adjustments, span)
}

function adjusted(found: ReadonlyMap<string, Found>, adjustments: readonly AdjustmentRow[], span: Span): Map<string, InForce> {
  const result = new Map<string, InForce>()
  for (const [key, { stream, figures, spread }] of found) {
    const own = adjustments.filter(({ queue, channel }) => streamKey({ queue, channel }) === key)
    const before = cut(figures, span).mean.slice()
    adjust(figures, own.map(asAdjusting))
    const touching = own.filter((row) => quarterOf(row.from_at) < span.to && quarterAfter(row.to_at) > span.from)
    result.set(key, { stream, figures: cut(figures, span), unadjusted: before, spread, adjusted_by: touching })
  }
  return result
}

const asAdjusting = ({ id, from_at, to_at, of, how, amount }: AdjustmentRow): Adjusting => ({
  id, of, how, amount, from: quarterOf(from_at), to: quarterAfter(to_at),
}) // prettier-ignore

// What is set over a week is spread over the week, also when only a day of it is asked for; and what reaches into that week changes how.
const MOST_ROUNDS = 4
async function reaching(work: Work, span: Span): Promise<AdjustmentRow[]> {
  let wide = span
  for (let round = 0; ; round++) {
    const rows = await adjustmentsInForce(work, { from: instantOf(wide.from), to: instantOf(wide.to), most: MOST_ADJUSTMENTS })
    const wider = hull(wide, rows)
    if (round === MOST_ROUNDS || (wider.from === wide.from && wider.to === wide.to)) return rows
    wide = wider
  }
}

const hull = (span: Span, rows: readonly AdjustmentRow[]): Span => ({
  from: Math.min(span.from, ...rows.map(({ from_at }) => quarterOf(from_at))),
  to: Math.max(span.to, ...rows.map(({ to_at }) => quarterAfter(to_at))),
})

function cut({ from, mean, p10, p90, handling_s, patience_s }: Figures, span: Span): Figures {
  const [a, b] = [span.from - from, span.to - from]
  return {
    from: span.from, mean: mean.subarray(a, b), p10: p10.subarray(a, b), p90: p90.subarray(a, b), handling_s: handling_s.subarray(a, b), patience_s,
  } // prettier-ignore
}

type Found = { stream: Stream; figures: Figures; spread: Spread | null }

async function unadjusted(work: Work, { span, keys, known_at }: Required<Asked>): Promise<Map<string, Found>> {
  const publications = await publicationsOver(work, {
    from: instantOf(span.from),
    to: instantOf(span.to),
    known_at,
    most: MOST_PUBLICATIONS,
  })
  const spans = publications.map((row) => ({ row, from: quarterOf(row.from_at), to: quarterOf(row.to_at) }))
  const found = new Map<string, Found>()
  for (const stretch of inForce(spans, span)) await fill(work, found, { stretch, run: stretch.of.row.run_id, span, keys })
  return found
}

type Filling = { stretch: Span; run: ForecastRunId; span: Span; keys: readonly string[] | null }

// Stretches come in order of time: what the last of them says of patience and spread stands.
async function fill(work: Work, found: Map<string, Found>, { stretch, run, span, keys }: Filling): Promise<void> {
  const wanted = keys && new Set(keys)
  for (const { queue, channel, patience_s, spread } of await standing(work, run)) {
    const key = streamKey({ queue, channel })
    if (wanted && !wanted.has(key)) continue
    const own = found.get(key) ?? { stream: { queue, channel }, figures: noFigures(span), spread: null }
    own.figures.patience_s = patience_s
    own.spread = spread
    found.set(key, own)
  }
  for (const { queue, channel, day, quarters } of await forecastDays(work, { run, ...daysOf(stretch), keys })) {
    const own = found.get(streamKey({ queue, channel }))
    if (own) put(own.figures, { day, quarters, stretch })
  }
}

function put(figures: Figures, { day, quarters, stretch }: { day: string; quarters: ForecastQuarters; stretch: Span }): void {
  const start = firstOfDay(day)
  for (let place = 0; place < QUARTERS_A_DAY; place++) {
    const quarter = start + place
    if (quarter < stretch.from || quarter >= stretch.to) continue
    for (const name of ['mean', 'p10', 'p90', 'handling_s'] as const)
      figures[name][quarter - figures.from] = quarters[name][place] ?? NaN
  }
}

export function noFigures({ from, to }: Span): Figures {
  const empty = (): Float64Array => new Float64Array(to - from).fill(NaN)
  return { from, mean: empty(), p10: empty(), p90: empty(), handling_s: empty(), patience_s: null }
}
