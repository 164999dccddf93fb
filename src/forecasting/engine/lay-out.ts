// From what was seen, interval by interval, to the past that methods learn from, slot by slot. Pure.
import type { Ask } from '../contract/ask.ts'
import { weekdays } from '../contract/series.ts'
import { factsFrom, type FactsOf } from './day-facts.ts'
import { slotAt, type GridDay } from './day-grid.ts'
import { knownOf, type Past } from './past.ts'
import { clocksOf, type Seen } from './seen.ts'

export type LaidOut = {
  past: Past
  /** The facts of any day, seen from day `end` (an ordinal): of closings that nobody announced, only those before it are known. */
  factsSeenFrom: (end: number) => FactsOf
  open: (weekday: number) => Uint8Array | null // by slot, whether it is open; null: always
  set_aside: number // intervals that were not believed
}

/** A weekday is worked when at least so much comes on it, of what comes on the fullest. */
const WORKED = 0.05

export function laidOut(seen: Seen, ask: Ask, name: string): LaidOut {
  const { grid } = seen
  const open = openSlots(ask)
  const aside = asideOf(ask, name)
  let set_aside = 0
  const slotted = seen.counts.map((counts, i) => {
    const day = grid.days[i]
    if (!day) return new Float64Array(grid.slots).fill(Number.NaN)
    const believed = counts.map((count, j) => {
      if (Number.isNaN(count) || !aside(day.start_ms + j * grid.interval_min * 60_000)) return count
      set_aside += 1
      return Number.NaN
    })
    return bySlot(day, believed, grid.slots)
  })
  const worked = workedOf(seen)
  const absent = absentOf(seen)
  const factsSeenFrom = (end: number) => factsFrom(ask, worked, new Set([...absent].filter((ordinal) => ordinal < end)))
  const factsOf = factsSeenFrom(Number.POSITIVE_INFINITY)
  const days = grid.days.map(({ ordinal, weekday }, i) => {
    const facts = factsOf(ordinal)
    const mask = open(weekday)
    const counts = slotted[i] ?? new Float64Array(grid.slots)
    return { ...facts, counts: counts.map((count, s) => (facts.closed || mask?.[s] === 0 ? Number.NaN : count)) }
  })
  return { past: { slots: grid.slots, days }, factsSeenFrom, open, set_aside }
}

// Two intervals of one slot are meant; a slot that did not exist stays unknown.
function bySlot(day: GridDay, counts: Float64Array, slots: number): Float64Array {
  if (!day.slots) return counts
  const sums = new Float64Array(slots)
  const known = new Float64Array(slots)
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? Number.NaN
    const slot = slotAt(day, i)
    if (Number.isNaN(count)) continue
    sums[slot] = (sums[slot] ?? 0) + count
    known[slot] = (known[slot] ?? 0) + 1
  }
  return sums.map((sum, s) => ((known[s] ?? 0) > 0 ? sum / (known[s] ?? 1) : Number.NaN))
}

/** By weekday, which slots are open; null where no opening was said. A slot is open when any part of it is. */
function openSlots({ opening, interval_min }: Pick<Ask, 'opening' | 'interval_min'>): (weekday: number) => Uint8Array | null {
  if (!opening) return () => null
  const slots = 1_440 / interval_min
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const masks = weekdays.map((weekday) =>
    Uint8Array.from({ length: slots }, (_, s) =>
      (opening[weekday] ?? []).some(([from, to]) => minutes(from) < (s + 1) * interval_min && minutes(to) > s * interval_min)
        ? 1
        : 0,
    ),
  )
  return (weekday) => masks[weekday - 1] ?? null
}

function asideOf(ask: Ask, name: string): (ms: number) => boolean {
  const clocks = clocksOf(ask.zone)
  const spans = ask.set_aside
    .filter(({ series }) => series === undefined || series === name)
    .map(({ from, to }) => ({ from: clocks(from), to: clocks(to) }))
  return (ms) => spans.some(({ from, to }) => from <= ms && ms < to)
}

function workedOf({ grid, counts }: Seen): Set<number> {
  const sums = new Float64Array(8)
  const days = new Float64Array(8)
  grid.days.forEach(({ weekday }, i) => {
    const { slots, total } = knownOf(counts[i] ?? new Float64Array(0))
    if (slots === 0) return
    sums[weekday] = (sums[weekday] ?? 0) + total
    days[weekday] = (days[weekday] ?? 0) + 1
  })
  const means = Array.from(sums, (sum, weekday) => ((days[weekday] ?? 0) > 0 ? sum / (days[weekday] ?? 1) : 0))
  const most = Math.max(...means)
  return new Set([1, 2, 3, 4, 5, 6, 7].filter((weekday) => (means[weekday] ?? 0) > WORKED * most))
}

const absentOf = ({ grid, counts }: Seen): Set<number> =>
  new Set(grid.days.filter((_, i) => knownOf(counts[i] ?? new Float64Array(0)).slots === 0).map(({ ordinal }) => ordinal))
