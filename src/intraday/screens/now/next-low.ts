// The first stretch still to come in which the level probably lies below its target: pure.
import type { Lines } from '../../contract.ts'

/** As alerts open and close (settings of the day): a stretch goes on until an interval is clearly good again. */
export type Thresholds = { opens_at: number; closes_at: number }
type Seen = Pick<Lines, 'level' | 'chance_below' | 'need' | 'here'>

/** Places of intervals, `to` excluded; the level at its worst, and people short then. */
export type NextLow = { from: number; to: number; level: number; short: number }

/** @param now place of the interval under way, may be broken */
export function nextLow({ level, chance_below, need, here }: Seen, now: number, { opens_at, closes_at }: Thresholds): NextLow | null {
  const chance = (at: number): number => chance_below[at] ?? 0
  const first = chance_below.findIndex((_, at) => at >= Math.floor(now) && chance(at) >= opens_at)
  if (first < 0) return null
  const over = chance_below.findIndex((_, at) => at > first && chance(at) < closes_at)
  const to = over < 0 ? chance_below.length : over
  const places = Array.from({ length: to - first }, (_, n) => first + n)
  return {
    from: first,
    to,
    level: Math.min(...places.map((at) => level[at] ?? 1)),
    short: Math.max(0, ...places.map((at) => Math.round((need[at] ?? 0) - (here[at] ?? 0)))),
  }
} // prettier-ignore
