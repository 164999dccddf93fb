// Where a meeting hurts least: a time at which most of those it is for are at work with nothing else to do, and fewest are missed. Pure.
import { MINUTE, ms, type DrawnShift } from './drawn.ts'
import { missingMin, type Grid } from './presence.ts'
import { levelsIn, type Cover } from './standing.ts'

export type Asked = {
  people: readonly string[]
  length_min: number
  window: { from_ms: number; to_ms: number }
  shifts: readonly DrawnShift[]
  away: ReadonlyMap<string, readonly { from_ms: number; to_ms: number }[]>
  grid: Grid
  cover: Cover & { kindOf: ReadonlyMap<string, number> }
  here: readonly (readonly number[])[] // people at work, by kind
}
export type Place = { from_ms: number; people: string[] }
const STEP_MIN = 15

/** The best place in the window, or null where nobody could come at any time of it. The earliest of equals. */
export function bestPlace(asked: Asked): Place | null {
  const { window, length_min, people } = asked
  let best: (Place & { missing: number }) | null = null
  const step = STEP_MIN * MINUTE
  const shiftsOf = Map.groupBy(asked.shifts, ({ person }) => person)
  for (let from_ms = Math.ceil(window.from_ms / step) * step; from_ms + length_min * MINUTE <= window.to_ms; from_ms += step) {
    const span = { from_ms, to_ms: from_ms + length_min * MINUTE }
    const free = people.filter((person) =>
      isFree(shiftsOf.get(person as DrawnShift['person']) ?? [], asked.away.get(person) ?? [], span),
    ) // a key of the same people
    if (free.length === 0 || (best && free.length < best.people.length)) continue
    const missing = missedBy(free, span, asked)
    if (!best || free.length > best.people.length || missing < best.missing) best = { from_ms, people: free, missing }
  }
  return best && { from_ms: best.from_ms, people: best.people }
}

type Span = { from_ms: number; to_ms: number }
function isFree(shifts: readonly DrawnShift[], away: readonly Span[], { from_ms, to_ms }: Span): boolean {
  if (away.some((absent) => absent.from_ms < to_ms && absent.to_ms > from_ms)) return false
  return shifts.some(({ starts_at, ends_at, activities }) => {
    const start = ms(starts_at)
    if (start > from_ms || ms(ends_at) < to_ms) return false
    return activities.every((each) => start + each.from_min * MINUTE >= to_ms || start + each.to_min * MINUTE <= from_ms)
  })
}

// Person-minutes below the need that it adds.
function missedBy(free: readonly string[], { from_ms, to_ms }: Span, { cover, here, grid }: Asked): number {
  const step = grid.interval_min * MINUTE
  const first = Math.max(0, Math.floor((from_ms - grid.from_ms) / step))
  const end = Math.min(grid.count, Math.ceil((to_ms - grid.from_ms) / step))
  const gone = cover.kinds.map((_, kind) => free.filter((person) => cover.kindOf.get(person) === kind).length)
  const within = { kinds: cover.kinds, needs: cover.needs.map((need) => need.slice(first, end)) }
  const missing = (less: (kind: number) => number): number =>
    levelsIn(within, here.map((people, kind) => people.slice(first, end).map((there) => Math.max(0, there - less(kind)))), { first: 0, end: end - first })
      .reduce((sum, levels, group) => sum + missingMin(within.needs[group]!, levels, grid.interval_min), 0) // prettier-ignore
  return missing((kind) => gone[kind]!) - missing(() => 0)
}
