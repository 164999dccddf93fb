// What was strange in the past: days and intervals far from what is usual near them. Shown, and left to a person. Pure.
import type { Outlier } from '../contract/answer.ts'
import { slotAt, type Grid } from './day-grid.ts'
import type { Occurrences } from './effects.ts'
import type { LaidOut } from './lay-out.ts'
import { knownOf, type Day, type Past } from './past.ts'
import type { Seen } from './seen.ts'
import { median } from './simple.ts'

/** From so many robust standard deviations on, a day or an interval is strange. */
const STRANGE_DAY = 4.5
const STRANGE_INTERVAL = 6.5
const NEAR_WEEKS = 5
const LEAST_NEAR = 3
export const MOST_OUTLIERS = 200
/** Days and intervals stray so much without being strange, as logarithms, however quiet the rest is. */
const LEAST_DAY_SPREAD = 0.05
const LEAST_SLOT_SPREAD = 0.12

type Found = { day: number; slots: [number, number] | null; seen: number; expected: number; score: number }

/**
 * A day: its total beside the median of the same weekday within five weeks on either side, as a logarithm, ÷ the robust standard deviation of all days
 * (1.4826 × median absolute deviation) and chance (Poisson). An interval: its count beside the median of its slot on those days, once the day's own level
 * is taken out; intervals side by side are one.
 * Source: Iglewicz & Hoaglin, "How to detect and handle outliers" (1993), the modified z-score.
 */
export function outliersIn({
  past,
  seen,
  occurrences,
}: {
  past: LaidOut['past']
  seen: Seen
  occurrences: Occurrences
}): Outlier[] {
  const usual = past.days.map((_, i) => usualOf(past, i))
  const ratios = past.days.map((day, i) => ratioOf(day, usual[i] ?? null))
  const spread = 1.4826 * orLeast(median(ratios.map((ratio) => Math.abs(ratio?.log ?? Number.NaN))), 0)
  const found = past.days.flatMap((day, i): Found[] => {
    const ratio = ratios[i]
    const near = usual[i]
    if (!ratio || !near) return []
    const score = ratio.log / Math.hypot(Math.max(spread, LEAST_DAY_SPREAD), 1 / Math.sqrt(ratio.expected + 0.5))
    if (Math.abs(score) > STRANGE_DAY) return [{ day: i, slots: null, seen: ratio.came, expected: ratio.expected, score }]
    return strangeSlots(day, near, ratio.came / ratio.expected).map((each) => ({ ...each, day: i }))
  })
  return found
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .slice(0, MOST_OUTLIERS)
    .map((each) => said(each, { past, seen, occurrences }))
    .toSorted((a, b) => a.from.localeCompare(b.from))
}

function usualOf({ slots, days }: Past, at: number): Float64Array | null {
  const near: Day[] = []
  for (let week = -NEAR_WEEKS; week <= NEAR_WEEKS; week++) {
    const day = week === 0 ? undefined : days[at + 7 * week]
    if (day && knownOf(day.counts).slots > 0) near.push(day)
  }
  if (near.length < LEAST_NEAR) return null
  return Float64Array.from({ length: slots }, (_, s) => median(near.map(({ counts }) => counts[s] ?? Number.NaN)))
}

function ratioOf({ counts }: Day, usual: Float64Array | null): { came: number; expected: number; log: number } | null {
  if (!usual) return null
  let [came, expected, slots] = [0, 0, 0]
  counts.forEach((count, s) => {
    const mean = usual[s] ?? Number.NaN
    if (Number.isNaN(count) || Number.isNaN(mean)) return
    came += count
    expected += mean
    slots += 1
  })
  return slots === 0 || (expected === 0 && came === 0) ? null : { came, expected, log: Math.log((came + 0.5) / (expected + 0.5)) }
}

function strangeSlots({ counts }: Day, usual: Float64Array, factor: number): Omit<Found, 'day'>[] {
  const found: Omit<Found, 'day'>[] = []
  counts.forEach((count, s) => {
    const mean = (usual[s] ?? Number.NaN) * factor
    if (Number.isNaN(count) || Number.isNaN(mean)) return
    const score = (count - mean) / Math.sqrt(mean + 1 + (LEAST_SLOT_SPREAD * mean) ** 2)
    if (Math.abs(score) <= STRANGE_INTERVAL) return
    const last = found.at(-1)
    if (last?.slots && last.slots[1] === s - 1 && Math.sign(last.score) === Math.sign(score)) {
      last.slots = [last.slots[0], s]
      last.seen += count
      last.expected += mean
      last.score = Math.sign(score) * Math.max(Math.abs(last.score), Math.abs(score))
    } else found.push({ slots: [s, s], seen: count, expected: mean, score })
  })
  return found
}

type Where = { past: Past; seen: Seen; occurrences: Occurrences }

function said({ day, slots, seen: came, expected, score }: Found, { past, seen, occurrences }: Where): Outlier {
  const facts = past.days[day]
  const event = facts ? (occurrences.find(({ days }) => days.has(facts.ordinal))?.name ?? facts.holiday) : null
  return {
    ...spanOf(seen.grid, day, slots),
    seen: came,
    expected,
    score: Math.round(score * 10) / 10,
    kind: slots ? 'interval' : 'day',
    event,
    set_aside: false,
  }
}

// From and to, as instants: the whole day, or its intervals that belong to the slots.
function spanOf({ days, interval_min }: Grid, at: number, slots: Found['slots']): { from: string; to: string } {
  const day = days[at]
  if (!day) throw new Error('every day of the past lies in the grid')
  const within = [...Array(day.intervals).keys()].filter(
    (i) => !slots || (slotAt(day, i) >= slots[0] && slotAt(day, i) <= slots[1]),
  )
  const instant = (interval: number) =>
    Temporal.Instant.fromEpochMilliseconds(day.start_ms + interval * interval_min * 60_000).toString()
  return { from: instant(within[0] ?? 0), to: instant((within.at(-1) ?? 0) + 1) }
}

const orLeast = (value: number, least: number): number => (Number.isNaN(value) ? least : Math.max(value, least))
