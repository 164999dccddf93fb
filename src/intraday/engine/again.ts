// The rest of the day of a stream, forecast again from what has come.
import { followDay } from '#forecasting/engine'

export type StreamDay = {
  stream: string
  deferred: boolean
  mean: readonly number[]
  p10: readonly number[]
  p90: readonly number[]
  handling_s: readonly number[]
  patience_s: number | null
  at_once: number
  speeds?: readonly number[] // of each of several at once, where the targets tell
  spread: { day_cv: number; dispersion: number } | null
  arrived: readonly (number | null)[] // of the intervals that have begun
  told: readonly boolean[] // a forecast was in force for the interval: none before the first publication. Where none was, `mean` says nothing
}
export type Band = { mean: number[]; p10: number[]; p90: number[] }
export type Again = Band & { factor: { mean: number; low: number; high: number } | null }

/** Fewer contacts than this, expected and come, teach nothing about a day. */
const FEWEST = 5

/** @param elapsed 0…1, of the interval under way */
export function followed({ mean, p10, p90, spread, told, arrived: came }: StreamDay, elapsed: number): Again {
  const as_forecast = { mean: [...mean], p10: [...p10], p90: [...p90], factor: null }
  const arrived = came.map((count, at) => (told[at] ? count : null)) // what nothing was said of teaches nothing
  const passed = (at: number): number => (at === arrived.length - 1 ? elapsed : 1)
  const compared = arrived.reduce(({ expected, come }, count, at) => (count === null ? { expected, come } : { expected: expected + mean[at]! * passed(at), come: come + count }), { expected: 0, come: 0 })
  if (Math.max(compared.expected, compared.come) < FEWEST) return as_forecast
  const { intervals, factor } = followDay({ mean, arrived, elapsed, spread: spread ?? spreadOf({ mean, p10, p90 }) })
  return {
    mean: intervals.map((each) => each.mean),
    p10: intervals.map((each) => each.p10),
    p90: intervals.map((each) => each.p90),
    factor: { mean: factor.mean, low: factor.p10, high: factor.p90 },
  }
} // prettier-ignore

const POINT = 1.2815515655446004 // of a normal curve: one time in ten more

/**
 * How a forecast spreads, read off its own bounds: variance ÷ mean of an interval is dispersion + cv² · mean, a straight line through all of them
 * (least squares). A Poisson process where there is nothing to read.
 */
export function spreadOf({ mean, p10, p90 }: { mean: readonly number[]; p10: readonly number[]; p90: readonly number[] }): {
  day_cv: number
  dispersion: number
} {
  const points = mean.flatMap((m, n) => (m > 0.5 ? [{ m, ratio: ((p90[n]! - p10[n]!) / (2 * POINT)) ** 2 / m }] : []))
  if (points.length < 3) return { day_cv: 0.1, dispersion: 1 }
  const average = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [m, ratio] = [average((point) => point.m), average((point) => point.ratio)]
  const around = average((point) => (point.m - m) ** 2)
  const slope = around > 0 ? Math.max(0, average((point) => (point.m - m) * (point.ratio - ratio)) / around) : 0
  return { day_cv: Math.min(1, Math.sqrt(slope)), dispersion: Math.max(1, ratio - slope * m) }
}

/** Several streams together: means are added; bounds by the square root of the sum of squares around them, since their chances are their own. */
export function bandOf(bands: readonly Band[], count: number): Band {
  const band: Band = { mean: [], p10: [], p90: [] }
  for (let at = 0; at < count; at++) {
    const mean = bands.reduce((sum, each) => sum + (each.mean[at] ?? 0), 0)
    const off = (of: 'p10' | 'p90'): number =>
      Math.sqrt(bands.reduce((sum, each) => sum + ((each[of][at] ?? 0) - (each.mean[at] ?? 0)) ** 2, 0))
    band.mean.push(mean)
    band.p10.push(Math.max(0, mean - off('p10')))
    band.p90.push(mean + off('p90'))
  }
  return band
}
