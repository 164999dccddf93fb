// From days and slots back to intervals that are instants, with their bounds. Pure.
import type { Point, SeriesAnswer } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import type { Bounds } from './bounds.ts'
import { slotAt } from './day-grid.ts'
import type { Handling } from './handling.ts'
import type { Prepared } from './prepare.ts'

type Tell = { known: Prepared; told: readonly Float64Array[]; bounds: Bounds; handling: Handling | null }

const named: readonly (readonly ['p10' | 'p50' | 'p90', number])[] = [['p10', 0.1], ['p50', 0.5], ['p90', 0.9]] // prettier-ignore

export function tellDays(
  { known, told, bounds, handling }: Tell,
  { quantiles, interval_min }: Ask,
): Pick<SeriesAnswer, 'intervals' | 'days'> {
  const shares = quantiles.toSorted((a, b) => a - b)
  const step = interval_min * 60_000
  const intervals: Point[] = []
  const days: SeriesAnswer['days'] = []
  known.ahead.days.forEach((day, d) => {
    const slots = told[d] ?? new Float64Array(0)
    const lead = day.ordinal - known.last
    const mask = known.laid.open(day.weekday)
    const closed = known.final.ahead[d]?.closed === true
    const made = new Map<number, Point>() // bounds of a slot are made once, also where the clocks put it twice into a day
    let total = 0
    for (let i = 0; i < day.intervals; i++) {
      const slot = slotAt(day, i)
      const mean = slots[slot] ?? 0
      total += mean
      const at = new Date(day.start_ms + i * step).toISOString()
      const point = made.get(slot) ?? pointOf(mean, (share) => bounds.interval(mean, lead, share), shares)
      made.set(slot, point)
      intervals.push({
        ...point,
        at,
        open: !closed && mask?.[slot] !== 0,
        handled_s: handling ? handling.of(day.weekday, slot) : null,
      })
    }
    days.push({ date: day.date, mean: total, quantiles: rising(shares, (share) => bounds.day(total, lead, share)) })
  })
  return { intervals, days }
}

function pointOf(mean: number, quantile: (share: number) => number, shares: readonly number[]): Point {
  const quantiles = rising(shares, quantile)
  const point: Point = { at: '', mean, quantiles, handled_s: null, open: true }
  for (const [name, share] of named) if (shares.includes(share)) point[name] = quantiles[String(share)] ?? 0
  return point
}

// By share, never falling as the share grows.
function rising(shares: readonly number[], quantile: (share: number) => number): Record<string, number> {
  let least = 0
  return Object.fromEntries(
    shares.map((share) => {
      least = Math.max(least, quantile(share))
      return [String(share), least]
    }),
  )
}
