// The shape of a day: which share of it falls into each slot, weekday by weekday. What one weekday cannot tell for itself (too few days, too few
// calls) it borrows from all days, and a slot from its neighbours. Pure.
import { meanOfSlots, type Past } from './past.ts'
import { orZero } from './simple.ts'

/** By weekday (1…7) the shape of a day: shares that sum to 1 over what usually comes, 0 where nobody ever did. */
export type Profiles = (weekday: number) => Float64Array

type Wish = { weights: ArrayLike<number>; levels: ArrayLike<number> }

/** Widths of the kernel that smooths over slots, in slots; which one serves is learnt. */
const WIDTHS = [0, 0.5, 0.8, 1.2, 2, 3, 5] as const

/**
 * @param weights how much each day counts, ≥ 0
 * @param levels how much of an everyday day each day is in all (its total ÷ the usual total); days of level 0 teach nothing
 */
export function profilesOf(past: Past, { weights, levels }: Wish): Profiles {
  const weighed = Array.from(past.days, (_, i) => ((levels[i] ?? 0) > 0 ? (weights[i] ?? 0) : 0))
  const levelled: Past = {
    ...past,
    days: past.days.map((day, i) => ({ ...day, counts: day.counts.map((count) => count / (levels[i] ?? 1)) })),
  }
  const everyday = shares(meanOfSlots(levelled, weighed))
  const width = widthOf(levelled, weighed)
  const everywhere = supportOf(countsOf(past, weighed))
  const common = smoothed(everyday, { width, support: everywhere })
  const made = new Map<number, Float64Array>()
  return (weekday) => {
    const known = made.get(weekday)
    if (known) return known
    const own = weighed.map((weight, i) => (past.days[i]?.weekday === weekday ? weight : 0))
    const made_of = borrowed(levelled, { own, levels, common: everyday })
    const support = made_of ? supportOf(countsOf(past, own)).map((is, s) => (everywhere[s] === 0 ? 0 : is)) : everywhere
    const profile = shares(made_of ? smoothed(made_of, { width, support }) : common)
    made.set(weekday, profile)
    return profile
  }
}

// A weekday's own shape, drawn towards everyday's by as much as chance explains how they differ (Pearson's X² by the method of moments: the
// concentration of a Dirichlet prior around everyday's shape). null: the weekday was never seen.
function borrowed(
  past: Past,
  { own, levels, common }: { own: number[]; levels: ArrayLike<number>; common: Float64Array },
): Float64Array | null {
  const seen = own.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0)
  if (seen === 0) return null
  const mean = meanOfSlots(past, own)
  const shape = shares(mean)
  const effective = own.reduce((sum, weight, i) => sum + weight * (levels[i] ?? 0), 0) / Math.max(...own)
  const counted = effective * mean.reduce((sum, count) => sum + orZero(count), 0)
  const freedom = common.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0) - 1
  if (counted <= 0 || freedom < 1) return shape
  let square = 0
  common.forEach((share, s) => {
    if (share > 0) square += (counted * ((shape[s] ?? 0) - share) ** 2) / share
  })
  const excess = square / freedom - 1
  const prior = excess > 0 ? counted / excess : Number.POSITIVE_INFINITY
  const weight = Number.isFinite(prior) ? counted / (counted + prior) : 0
  return shape.map((share, s) => weight * share + (1 - weight) * (common[s] ?? 0))
}

/** Scaled to sum 1; all 0 where nothing came. NaN counts as 0. */
export function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((all, value) => all + orZero(value), 0)
  return values.map((value) => (sum > 0 ? orZero(value) / sum : 0))
}

// Days are dealt into two halves; the width with which one half tells the other best (Poisson deviance) is taken.
function widthOf(past: Past, weights: readonly number[]): number {
  const half = (which: number) => meanOfSlots(past, weekDealt(past, weights, which))
  const [one, other] = [half(0), half(1)]
  const total = one.reduce((sum, value) => sum + orZero(value), 0)
  if (total === 0) return 0
  const support = supportOf(countsOf(past, weights))
  let best = { width: 0, loss: Number.POSITIVE_INFINITY }
  for (const width of WIDTHS) {
    const loss = deviance(other, smoothed(one, { width, support })) + deviance(one, smoothed(other, { width, support }))
    if (loss < best.loss) best = { width, loss }
  }
  return best.width
}

const weekDealt = (past: Past, weights: readonly number[], which: number): number[] => {
  const seen = new Map<number, number>()
  return past.days.map(({ weekday }, i) => {
    if ((weights[i] ?? 0) === 0) return 0
    const nth = seen.get(weekday) ?? 0
    seen.set(weekday, nth + 1)
    return nth % 2 === which ? (weights[i] ?? 0) : 0
  })
}

function deviance(seen: Float64Array, told: Float64Array): number {
  let sum = 0
  seen.forEach((count, s) => {
    if (Number.isNaN(count)) return
    const mean = Math.max(orZero(told[s]), 1e-9)
    sum += mean - (count > 0 ? count * Math.log(mean) : 0)
  })
  return sum
}

/** Of so many expected, that none came is no chance any more (once in ten thousand). */
const NO_CHANCE = 9.2
const NEAR = 4

/** All that came in each slot on the days that count. */
function countsOf({ slots, days }: Past, weights: readonly number[]): Float64Array {
  const sums = new Float64Array(slots)
  days.forEach(({ counts }, i) => {
    if ((weights[i] ?? 0) > 0) counts.forEach((count, s) => (sums[s] = (sums[s] ?? 0) + orZero(count)))
  })
  return sums
}

// Where people come at all: wherever somebody came, and where nobody did only by chance, seeing how many came just before and after.
function supportOf(counts: Float64Array): Uint8Array {
  return Uint8Array.from(counts, (count, s) => {
    if (count > 0) return 1
    const near = counts.slice(Math.max(0, s - NEAR), s + NEAR + 1)
    const expected = near.reduce((sum, other) => sum + other, 0) / near.length
    return expected > 0 && expected < NO_CHANCE ? 1 : 0
  })
}

/**
 * A Gaussian kernel over slots, `width` slots wide, that looks only at slots where people come and does not reach over those where nobody ever
 * does: an opening stays as steep as it is.
 */
export function smoothed(values: Float64Array, { width, support }: { width: number; support: Uint8Array }): Float64Array {
  if (width === 0) return values
  const reach = Math.ceil(3 * width)
  const kernel = Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * (i / width) ** 2))
  return values.map((value, s) => {
    if (support[s] === 0) return value
    let [sum, weighed] = [orZero(value), 1]
    for (const step of [-1, 1]) {
      for (let i = 1; i <= reach && support[s + step * i] === 1; i++) {
        sum += (kernel[i] ?? 0) * orZero(values[s + step * i])
        weighed += kernel[i] ?? 0
      }
    }
    return sum / weighed
  })
}
