// What came to a stream, quarter by quarter, in arrays: a year is 35,000 of them. NaN is a gap (nobody knows), 0 is nobody.
import type { StreamHistory } from '../contract.ts'
import type { Stream } from '../contract/streams.ts'
import { firstOfDay, instantOf, type Span } from './quarters.ts'

export const measures = ['arrived', 'answered', 'gave_up', 'measured', 'handled_s', 'waited_s'] as const
export type Measure = (typeof measures)[number]
export type Counts = { from: number } & Record<Measure, Float64Array>
// [place in the day, then the measures in their order]; null: not said
export type Quarter = readonly (number | null)[]

export const noCounts = ({ from, to }: Span): Counts => {
  const empty = (): Float64Array => new Float64Array(Math.max(0, to - from)).fill(NaN)
  return { from, arrived: empty(), answered: empty(), gave_up: empty(), measured: empty(), handled_s: empty(), waited_s: empty() }
}

/** From then on it is known that nobody came, unless somebody is added. */
export function knownEmpty(counts: Counts, { from, to }: Span): void {
  const [first, last] = [Math.max(0, from - counts.from), Math.min(counts.arrived.length, to - counts.from)]
  if (last <= first) return
  for (const measure of measures) {
    const column = counts[measure]
    for (let i = first; i < last; i++) if (Number.isNaN(column[i])) column[i] = 0
  }
}

/** Adds what was counted of a kind on a day; what lies outside, or is not known yet, is left out. */
export function addQuarters(counts: Counts, day: string, quarters: readonly Quarter[]): void {
  const start = firstOfDay(day) - counts.from
  for (const quarter of quarters) {
    const at = start + (quarter[0] ?? 0)
    if (at < 0 || at >= counts.arrived.length || Number.isNaN(counts.arrived[at])) continue
    for (const [i, measure] of measures.entries()) counts[measure][at]! += quarter[i + 1] ?? 0
  }
}

/** Puts what a file says in the place of what was known. How many quarters were known before, and what they held. */
export function replaceQuarters(counts: Counts, day: string, quarters: readonly Quarter[]): void {
  const start = firstOfDay(day) - counts.from
  for (const quarter of quarters) {
    const at = start + (quarter[0] ?? 0)
    if (at < 0 || at >= counts.arrived.length) continue
    for (const [i, measure] of measures.entries()) counts[measure][at] = quarter[i + 1] ?? (measure === 'measured' ? 0 : NaN)
  }
}

const sum = (column: Float64Array, at: number, step: number): number => {
  let total = 0
  for (let i = at; i < at + step; i++) total += column[i] ?? NaN
  return total
}
const orNull = (value: number, digits = 2): number | null => {
  if (!Number.isFinite(value)) return null
  const power = 10 ** digits
  return Math.round(value * power) / power
}

/** As others see it, `step` quarters to an interval; a last interval that is not whole is left out. */
export function shownHistory(stream: Stream, counts: Counts, step: number): StreamHistory {
  const places = Array.from({ length: Math.floor(counts.arrived.length / step) }, (_, i) => i * step)
  const of = (measure: Measure): (number | null)[] => places.map((at) => orNull(sum(counts[measure], at, step)))
  return {
    stream,
    from: instantOf(counts.from).toString(),
    arrived: of('arrived'),
    answered: of('answered'),
    gave_up: of('gave_up'),
    handled_s: places.map((at) => orNull(mean(counts, at, step), 1)),
    waited_s: places.map((at) =>
      orNull(sum(counts.waited_s, at, step) / (sum(counts.answered, at, step) + sum(counts.gave_up, at, step)), 1),
    ),
  }
}

// Mean over those that were measured, whatever is not known of the others.
function mean({ handled_s, measured }: Counts, at: number, step: number): number {
  let [seconds, n] = [0, 0]
  for (let i = at; i < at + step; i++) {
    if (!(measured[i]! > 0) || Number.isNaN(handled_s[i])) continue
    seconds += handled_s[i]!
    n += measured[i]!
  }
  return n > 0 ? seconds / n : NaN
}
