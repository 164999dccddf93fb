// What people know better, applied on what the method said: one adjustment after the other, in the order they were made.
import type { Adjustable, AdjustmentHow, AdjustmentId } from '../contract.ts'
import type { Span } from './quarters.ts'

export type Adjusting = Span & { id: AdjustmentId; of: Adjustable; how: AdjustmentHow; amount: number }
// By quarter from `from` on; NaN: not forecast.
export type Figures = {
  from: number
  mean: Float64Array
  p10: Float64Array
  p90: Float64Array
  handling_s: Float64Array
  patience_s: number | null
}

const EIGHTY = 1.2816 // standard deviations to the bound that one in ten exceeds

/** Changes the figures in place. Of arrivals a set or added number is spread as the forecast is, evenly where it expects nobody; nothing falls below zero. */
export function adjust(figures: Figures, adjustments: readonly Adjusting[]): void {
  for (const each of adjustments) {
    const places = placesOf(figures, each)
    if (each.of === 'arrivals') adjustArrivals(figures, each, places)
    else if (each.of === 'handling') adjustHandling(figures, each, places)
    else if (places.length > 0) figures.patience_s = changed(figures.patience_s ?? 0, each, 1) || null
  }
}

/** Quarters of the range that are forecast. */
function placesOf({ from, mean }: Figures, range: Span): number[] {
  const [first, last] = [Math.max(0, range.from - from), Math.min(mean.length, range.to - from)]
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter((i) => !Number.isNaN(mean[i]))
}

function adjustArrivals(figures: Figures, each: Adjusting, places: readonly number[]): void {
  const total = places.reduce((sum, i) => sum + figures.mean[i]!, 0)
  const wanted = changed(total, each, 0)
  for (const i of places) setMean(figures, i, total > 0 ? (figures.mean[i]! * wanted) / total : wanted / places.length)
}

const changed = (value: number, { how, amount }: Pick<Adjusting, 'how' | 'amount'>, least: number): number =>
  Math.max(least, how === 'add' ? value + amount : how === 'times' ? value * amount : amount)

// Bounds keep their distance in proportion. Where nobody was expected they are those of people who come by chance: a Poisson count.
function setMean(figures: Figures, i: number, mean: number): void {
  const before = figures.mean[i]!
  figures.mean[i] = mean
  if (before > 0) {
    figures.p10[i]! *= mean / before
    figures.p90[i]! *= mean / before
    return
  }
  figures.p10[i] = Math.max(0, mean - EIGHTY * Math.sqrt(mean))
  figures.p90[i] = mean + EIGHTY * Math.sqrt(mean)
}

function adjustHandling({ handling_s }: Figures, each: Adjusting, places: readonly number[]): void {
  for (const i of places)
    if (each.how === 'set' || !Number.isNaN(handling_s[i])) handling_s[i] = changed(handling_s[i] ?? 0, each, 1)
}
