// What is known of the past, day by day and slot by slot: the matrix that every method learns from. Pure.
import type { DayFacts } from './day-facts.ts'

/**
 * One past day: `counts[slot]` is what came in an interval of that slot (where the clocks are put back, the mean of the two that share it).
 * NaN is not known: a gap, a closed time, an hour that did not exist, or what a person set aside.
 */
export type Day = DayFacts & { counts: Float64Array }

/** Days one after the other, without holes: day i+7 is the same weekday a week later. */
export type Past = { slots: number; days: readonly Day[] }

/** A way to forecast: for each day ahead, how many in an interval of each slot. Never NaN, never below 0. */
export type Method = (past: Past, ahead: readonly DayFacts[]) => Float64Array[]

/** How much of a day is known, and how many came in what is known. */
export function knownOf(counts: Float64Array): { slots: number; total: number } {
  let slots = 0
  let total = 0
  for (const count of counts) {
    if (Number.isNaN(count)) continue
    slots += 1
    total += count
  }
  return { slots, total }
}

export const isKnown = ({ counts }: Day): boolean => counts.some((count) => !Number.isNaN(count))

/** A past that ends before day `end` (an ordinal). */
export const until = ({ slots, days }: Past, end: number): Past => ({ slots, days: days.filter(({ ordinal }) => ordinal < end) })

/**
 * The mean of each slot over the days that `weights` lets count: NaN where none of them is known.
 * @param weights one for each day, ≥ 0
 */
export function meanOfSlots({ slots, days }: Past, weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(slots)
  const weighed = new Float64Array(slots)
  for (let i = 0; i < days.length; i++) {
    const weight = weights[i] ?? 0
    const counts = days[i]?.counts
    if (weight === 0 || !counts) continue
    for (let s = 0; s < slots; s++) {
      const count = counts[s] ?? Number.NaN
      if (Number.isNaN(count)) continue
      sums[s] = (sums[s] ?? 0) + weight * count
      weighed[s] = (weighed[s] ?? 0) + weight
    }
  }
  return sums.map((sum, s) => ((weighed[s] ?? 0) > 0 ? sum / (weighed[s] ?? 1) : Number.NaN))
}
