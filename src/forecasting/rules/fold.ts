// Quarters of an hour put together to wider intervals.
import type { PublishedStream, Spread } from '../contract.ts'
import type { Figures } from './adjust.ts'

const EIGHTY = 1.2816

type Folded = Pick<PublishedStream, 'mean' | 'p10' | 'p90' | 'handling_s'>
/**
 * `step` quarters to an interval; one that is not forecast in full is null. Counts are added. Bounds are not: part of what strays is the whole day's and strays together (its
 * coefficient of variation, `spread.day_cv`), the rest is each quarter's own and adds as squares do. Handling is the mean weighted by who comes.
 */
export function fold(
  { mean, p10, p90, handling_s }: Omit<Figures, 'from' | 'patience_s'>,
  spread: Pick<Spread, 'day_cv'>,
  step: number,
): Folded {
  if (step === 1) return { mean: list(mean), p10: list(p10, 0), p90: list(p90), handling_s: list(handling_s) }
  const places = Array.from({ length: Math.floor(mean.length / step) }, (_, i) => i * step)
  const total = (at: number): number => sum(mean, at, step)
  const off = (bound: Float64Array, at: number): number => strays({ mean, bound, day_cv: spread.day_cv }, at, step)
  return {
    mean: places.map((at) => rounded(total(at))),
    p10: places.map((at) => rounded(Math.max(0, total(at) - off(p10, at)))),
    p90: places.map((at) => rounded(total(at) + off(p90, at))),
    handling_s: places.map((at) => rounded(weighted(handling_s, mean, { at, step }))),
  }
}

// Quarters of an hour as they are: of hundreds of streams there is nothing to put together.
function list(column: Float64Array, least = Number.NEGATIVE_INFINITY): (number | null)[] {
  const found: (number | null)[] = []
  for (const value of column) found.push(rounded(Math.max(least, value)))
  return found
}

/** The means alone. */
export const foldMean = (mean: Float64Array, step: number): (number | null)[] =>
  step === 1 ? list(mean) : Array.from({ length: Math.floor(mean.length / step) }, (_, i) => rounded(sum(mean, i * step, step)))

const sum = (column: Float64Array, at: number, step: number): number =>
  column.subarray(at, at + step).reduce((total, value) => total + value, 0)

function strays(
  { mean, bound, day_cv }: { mean: Float64Array; bound: Float64Array; day_cv: number },
  at: number,
  step: number,
): number {
  let [together, apart] = [0, 0]
  for (let i = at; i < at + step; i++) {
    const whole = Math.abs(bound[i]! - mean[i]!)
    const shared = Math.min(whole, EIGHTY * day_cv * mean[i]!)
    together += shared
    apart += whole ** 2 - shared ** 2
  }
  return step === 1 ? Math.abs(bound[at]! - mean[at]!) : Math.sqrt(together ** 2 + apart)
}

function weighted(values: Float64Array, by: Float64Array, { at, step }: { at: number; step: number }): number {
  let [total, weights] = [0, 0]
  for (let i = at; i < at + step; i++) {
    const weight = Math.max(by[i]!, 1e-9)
    if (Number.isNaN(values[i]) || Number.isNaN(weight)) continue
    total += values[i]! * weight
    weights += weight
  }
  return weights > 0 ? total / weights : NaN
}

const rounded = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1_000) / 1_000 : null)
