// Figures over replications: sums of products, from which each figure and its confidence interval follow. Rows are added one after the other in
// the order of the replications, so that the last digit does not depend on who computed them.
//
// A figure is a quotient of two sums. Its interval is that of a ratio estimator: with R = Σx/Σy and e = x − R·y, the variance of R is Σe² / (n−1) /
// (n ȳ²), and Student's t with n − 1 degrees of freedom stands over it. Source: Law & Kelton, "Simulation modeling and analysis", 9.4; Cochran,
// "Sampling techniques", 6.4. The difference of two sides uses e′/ȳ′ − e/ȳ, replication by replication (common random numbers, paired).
import { studentQuantile } from '#queueing/engine'
import type { Row } from './figures.ts'

const SUMS = 6 // of x, y, x², xy, y², and how often y was not 0

/** Sums of one side; `mixed`: products with the other side's row of the same replication. */
export type Moments = { count: number; readonly own: Float64Array; readonly mixed: Float64Array | null }

const MIXED = 4 // x·x′, x·y′, y·x′, y·y′

export const newMoments = (rowLength: number, paired: boolean): Moments => ({
  count: 0,
  own: new Float64Array((rowLength / 2) * SUMS),
  mixed: paired ? new Float64Array((rowLength / 2) * MIXED) : null,
})

export function addRow(moments: Moments, row: Row): void {
  const { own } = moments
  moments.count++
  for (let figure = 0; figure < row.length / 2; figure++) {
    const x = row[2 * figure]! // two numbers a figure
    const y = row[2 * figure + 1]! // likewise
    if (y === 0) continue
    const at = figure * SUMS
    own[at]! += x
    own[at + 1]! += y
    own[at + 2]! += x * x
    own[at + 3]! += x * y
    own[at + 4]! += y * y
    own[at + 5]!++
  }
}

/** Of the same replication, today's row and tomorrow's; where only one of them knows a figure, their pair says nothing of it. */
export function addPair(moments: Moments, today: Row, tomorrow: Row): void {
  const { mixed } = moments
  if (!mixed) return
  for (let figure = 0; figure < today.length / 2; figure++) {
    const at = figure * MIXED
    const place = 2 * figure
    mixed[at]! += today[place]! * tomorrow[place]!
    mixed[at + 1]! += today[place]! * tomorrow[place + 1]!
    mixed[at + 2]! += today[place + 1]! * tomorrow[place]!
    mixed[at + 3]! += today[place + 1]! * tomorrow[place + 1]!
  }
}

/** A figure over all replications: its value, half the width of its interval (null with fewer than two), and how many knew it. */
export type Known = { value: number; half: number | null; n: number }

export function figureOf({ own }: Moments, figure: number, confidence: number): Known | null {
  const sums = sumsOf(own, figure)
  if (sums.n === 0) return null
  const variance = clean(sums.xx - 2 * sums.ratio * sums.xy + sums.ratio ** 2 * sums.yy, sums.xx) / sums.y ** 2 // of the mean: Σe² / (n ȳ)²
  return { value: sums.ratio, half: halfOf(variance, sums.n, confidence), n: sums.n }
}

/** Tomorrow less today. `figures`: the place of the figure in today's row and in tomorrow's; `pair`: in the rows that were paired, if they were. */
export function differenceOf(
  today: Moments,
  tomorrow: Moments,
  { figure, confidence }: { figure: number; confidence: number },
): Known | null {
  const a = sumsOf(today.own, figure)
  const b = sumsOf(tomorrow.own, figure)
  if (a.n === 0 || b.n === 0) return null
  const value = b.ratio - a.ratio
  const mixed = today.mixed
  if (!mixed || a.n !== b.n || a.n !== today.count) return { value, half: null, n: Math.min(a.n, b.n) }
  const at = figure * MIXED
  const shared = mixed[at]! - b.ratio * mixed[at + 1]! - a.ratio * mixed[at + 2]! + a.ratio * b.ratio * mixed[at + 3]! // MIXED a figure
  const own = (a.xx - 2 * a.ratio * a.xy + a.ratio ** 2 * a.yy) / a.y ** 2
  const other = (b.xx - 2 * b.ratio * b.xy + b.ratio ** 2 * b.yy) / b.y ** 2
  const variance = clean(own + other - (2 * shared) / (a.y * b.y), a.xx / a.y ** 2 + b.xx / b.y ** 2)
  return { value, half: halfOf(variance, a.n, confidence), n: a.n }
}

type Sums = { x: number; y: number; xx: number; xy: number; yy: number; n: number; ratio: number }

function sumsOf(own: Float64Array, figure: number): Sums {
  const at = figure * SUMS
  const [x = 0, y = 0, xx = 0, xy = 0, yy = 0, n = 0] = own.subarray(at, at + SUMS)
  return { x, y, xx, xy, yy, n, ratio: y === 0 ? Number.NaN : x / y }
}

// Sums of squares that nearly cancel leave dust of the size of their rounding: below it there is no spread at all.
const clean = (variance: number, size: number): number => (variance <= size * 1e-13 ? 0 : variance)

// `sum`: Σe² / (Σy)²; the variance of the mean is that times n / (n − 1).
const halfOf = (sum: number, n: number, confidence: number): number | null =>
  n < 2 ? null : quantile(confidence, n - 1) * Math.sqrt((sum * n) / (n - 1))

const quantiles = new Map<string, number>()

function quantile(confidence: number, degrees: number): number {
  const key = `${confidence} ${degrees}`
  const known = quantiles.get(key)
  if (known !== undefined) return known
  const value = studentQuantile(0.5 + confidence / 2, degrees)
  quantiles.set(key, value)
  if (quantiles.size > 10_000) quantiles.clear()
  return value
}
