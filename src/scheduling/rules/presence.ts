// How many people are at work in each interval: whoever is on a break, in a meeting or absent is not. Pure.
import { activityTraits } from '../contract/activity.ts'
import { MINUTE, ms, type KeptActivity } from './drawn.ts'

export type Working = { person: string | null; starts_at: string; ends_at: string; activities: readonly KeptActivity[] }
export type Absent = { from_ms: number; to_ms: number; free?: true } // free: a part of the week they never work
export type Grid = { from_ms: number; interval_min: number; count: number }

export const gridOf = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }, interval_min: number): Grid => ({
  from_ms: from.epochMilliseconds,
  interval_min,
  count: Math.round((to.epochMilliseconds - from.epochMilliseconds) / (interval_min * MINUTE)),
})

function add(people: number[], { from_ms, interval_min, count }: Grid, { from, to }: { from: number; to: number }): void {
  const step = interval_min * MINUTE
  const first = Math.max(0, Math.floor((from - from_ms) / step))
  for (let nth = first; nth < count; nth++) {
    const begins = from_ms + nth * step
    if (begins >= to) return
    const share = (Math.min(to, begins + step) - Math.max(from, begins)) / step
    if (share > 0) people[nth]! += share
  }
}

/** Counts a shift in: of who is there for a part of an interval, that part. */
export function countIn(people: number[], grid: Grid, { shift, absent }: { shift: Working; absent: readonly Absent[] }): void {
  for (const [from, to] of atWork(shift, absent)) add(people, grid, { from, to })
}

// The stretches of plain work, without those in which they are away.
function atWork({ starts_at, ends_at, activities }: Working, absent: readonly Absent[]): [number, number][] {
  const start = ms(starts_at)
  const not = activities
    .filter(({ kind }) => !activityTraits[kind].productive)
    .map(({ from_min, to_min }): [number, number] => [start + from_min * MINUTE, start + to_min * MINUTE])
  const out = [...not, ...absent.map(({ from_ms, to_ms }): [number, number] => [from_ms, to_ms])].toSorted(([a], [b]) => a - b)
  const left: [number, number][] = []
  let from = start
  for (const [begins, ends] of out) {
    if (begins > from) left.push([from, Math.min(begins, ms(ends_at))])
    from = Math.max(from, ends)
  }
  if (from < ms(ends_at)) left.push([from, ms(ends_at)])
  return left.filter(([begins, ends]) => ends > begins)
}

/** Person-minutes below the need. */
export const missingMin = (need: readonly number[], there: readonly number[], interval_min: number): number =>
  Math.round(need.reduce((sum, wanted, nth) => sum + Math.max(0, wanted - (there[nth] ?? 0)), 0) * interval_min)
