// What announced events and open holidays do: a factor on what usually comes, stated by a person or learnt from past ones of the same name. The past is
// divided by it before any method sees it, and what a method tells of days ahead is multiplied by it, so that every method knows of events. Pure.
import type { Ask } from '../contract/ask.ts'
import type { DayFacts } from './day-facts.ts'
import type { Grid } from './day-grid.ts'
import { gridOf, ordinalOf, slotAt } from './day-grid.ts'
import { median } from './simple.ts'
import type { Day, Past } from './past.ts'
import { clocksOf } from './seen.ts'

export type Learnt = { name: string; kind: 'event' | 'holiday'; effect: number; learnt_from: number; stated: boolean }
/** Which share of each slot of a day an event covers. */
type Cover = Float64Array
type Occurrence = { name: string; kind: 'event' | 'holiday'; stated: number | null; days: ReadonlyMap<number, Cover> }
export type Occurrences = readonly Occurrence[]

/** The events that touch this series and the holidays on which it is open, laid over days. */
export function occurrencesOf(ask: Ask, series: string, slots: number): Occurrences {
  return laidOver(ask, slots).flatMap(({ only, occurrence }) => (only === undefined || only.includes(series) ? [occurrence] : []))
}

type LaidOver = { only: readonly string[] | undefined; occurrence: Occurrence }[]
const known = new WeakMap<Ask, LaidOver>() // laid over days once for all series of an ask

function laidOver(ask: Ask, slots: number): LaidOver {
  const before = known.get(ask)
  if (before) return before
  const clocks = clocksOf(ask.zone)
  const events = ask.events.map(({ name, from, to, effect, series }) => {
    const days = covered(ask, { from: clocks(from), to: clocks(to) }, slots)
    return { only: series, occurrence: { name, kind: 'event' as const, stated: effect ?? null, days } }
  })
  const holidays = ask.holidays
    .filter(({ closed }) => !closed)
    .map(({ date, name }) => {
      const days = new Map([[ordinalOf(date), new Float64Array(slots).fill(1)]])
      return { only: undefined, occurrence: { name, kind: 'holiday' as const, stated: null, days } }
    })
  const laid = [...events, ...holidays]
  known.set(ask, laid)
  return laid
}

const LONGEST_DAYS = 400

function covered(ask: Ask, { from, to }: { from: number; to: number }, slots: number): Map<number, Cover> {
  const bound = Math.min(to, from + LONGEST_DAYS * 86_400_000)
  const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ask.zone).toPlainDate().toString()
  const grid: Grid = gridOf(ask, local(from), local(Math.max(from, bound - 1)))
  const step = ask.interval_min * 60_000
  return new Map(
    grid.days.map((day) => {
      const cover = new Float64Array(slots)
      for (let i = 0; i < day.intervals; i++) {
        const start = day.start_ms + i * step
        const share = Math.max(0, Math.min(bound, start + step) - Math.max(from, start)) / step
        const slot = slotAt(day, i)
        cover[slot] = Math.max(cover[slot] ?? 0, share)
      }
      return [day.ordinal, cover]
    }),
  )
}

/** How far effects usually lie from 1, and how far a day strays by itself, as logarithms. */
const SPREAD_OF_EFFECTS = 0.5
const SPREAD_OF_DAYS = 0.12
const NEAR_WEEKS = 6

/**
 * What is learnt of each name from a past: the logarithm of seen ÷ usual on each of its days, averaged with their precision and held back towards 0
 * (no effect) as if one effect had been seen before. "Usual" is the median of the same weekday and slot on days near it without any event.
 */
export function learntFrom(past: Past, occurrences: Occurrences): Map<string, Learnt> {
  const touched = new Set(occurrences.flatMap(({ days }) => [...days.keys()]))
  const first = past.days[0]?.ordinal ?? 0
  const sums = new Map<string, { kind: Learnt['kind']; value: number; precision: number; n: number }>()
  for (const { name, kind, days } of occurrences) {
    const sum = sums.get(name) ?? { kind, value: 0, precision: 0, n: 0 }
    sums.set(name, sum)
    for (const [ordinal, cover] of days) {
      const day = past.days[ordinal - first]
      const seen = day && ratioOf({ day, cover }, past, touched)
      if (!seen) continue
      const precision = 1 / (SPREAD_OF_DAYS ** 2 + 1 / (seen.usual + 0.5))
      sum.value += precision * Math.log((seen.came + 0.5) / (seen.usual + 0.5))
      sum.precision += precision
      sum.n += 1
    }
  }
  return new Map(
    [...sums].map(([name, { kind, value, precision, n }]) => {
      const effect = n === 0 ? 1 : Math.exp(value / (precision + 1 / SPREAD_OF_EFFECTS ** 2))
      return [name, { name, kind, effect, learnt_from: n, stated: false }]
    }),
  )
}

function ratioOf({ day, cover }: { day: Day; cover: Cover }, past: Past, touched: ReadonlySet<number>) {
  const near = past.days.filter(
    ({ ordinal, weekday }) =>
      weekday === day.weekday && !touched.has(ordinal) && Math.abs(ordinal - day.ordinal) <= NEAR_WEEKS * 7,
  )
  let [came, usual] = [0, 0]
  let slots = 0
  cover.forEach((share, s) => {
    const count = day.counts[s] ?? Number.NaN
    const expected = median(near.map(({ counts }) => counts[s] ?? Number.NaN))
    if (share < 0.5 || Number.isNaN(count) || Number.isNaN(expected)) return
    came += count
    usual += expected
    slots += 1
  })
  return slots === 0 || usual === 0 ? null : { came, usual }
}

/**
 * The factor on each slot of a day: the product of all that touches it; null where nothing does. A stated effect holds for its own occurrence when
 * `ahead`; the past is always divided by what was learnt, for that is what was seen.
 */
export function factorsOn(
  { ordinal }: DayFacts,
  { occurrences, learnt, ahead }: Known & { ahead: boolean },
): Float64Array | null {
  let factors: Float64Array | null = null
  for (const { name, stated, days } of occurrences) {
    const cover = days.get(ordinal)
    if (!cover) continue
    const known = learnt.get(name)
    const effect =
      ahead && stated !== null ? stated : known && known.learnt_from > 0 ? known.effect : !ahead && stated ? stated : 1
    factors = (factors ?? new Float64Array(cover.length).fill(1)).map(
      (factor, s) => factor * (1 + (effect - 1) * (cover[s] ?? 0)),
    )
  }
  return factors
}

export type Known = { occurrences: Occurrences; learnt: ReadonlyMap<string, Learnt> }

/** The past as it would have been without events. Where an effect took nearly all away, what is left says nothing and is not known. */
export function withoutEffects(past: Past, known: Known): Past {
  if (known.occurrences.length === 0) return past
  return {
    ...past,
    days: past.days.map((day) => {
      const factors = factorsOn(day, { ...known, ahead: false })
      return factors ? { ...day, counts: day.counts.map((count, s) => undone(count, factors[s] ?? 1)) } : day
    }),
  }
}

const undone = (count: number, factor: number): number => (factor < 0.05 ? Number.NaN : count / factor)
