// What shifts after the plan that stand already ask of its last evenings: the rest between two days, and the weekly rest of the next week.
import type { Shift } from '../contract/plan-shapes.ts'
import { slotOf, SLOTS_PER_HOUR, type Grid } from './grid.ts'

export type RestsAsked = { rest: number; weekly: number } // least slots between two days, and once a week
const A_DAY = 24 * SLOTS_PER_HOUR
const A_WEEK = 7 * A_DAY

/** The slot at which the first of these begins; Infinity without any. */
export const nextOf = (grid: Grid, following: readonly Shift[]): number =>
  Math.min(Infinity, ...following.map(({ starts_at }) => slotOf(grid, starts_at)))

/** The latest slot at which anything before the first of these may end. */
export function latestEnd(grid: Grid, following: readonly Shift[], { rest, weekly }: RestsAsked): number {
  return nextOf(grid, following) - (nextWeekNeedsIt(grid, following, weekly) ? weekly : rest)
}

// Whether the week after has no weekly rest but the one before its first shift. A rest of that week has a whole day in it.
function nextWeekNeedsIt(grid: Grid, following: readonly Shift[], weekly: number): boolean {
  const { slots } = grid
  if (grid.weekdays[grid.days - 1] !== 6) return false
  const own = following
    .map(({ starts_at, ends_at }) => ({ from: slotOf(grid, starts_at), to: slotOf(grid, ends_at) }))
    .filter(({ from }) => from < slots + A_WEEK)
    .toSorted((a, b) => a.from - b.from)
  const [first] = own
  if (!first || first.from - slots < A_DAY) return false
  return !own.some(({ to }, i) => {
    const next = own[i + 1]?.from ?? Infinity
    return next - to >= weekly && Math.min(next, slots + A_WEEK) - to >= A_DAY
  })
}

/** The morning after the plan: its rest is the plan's business. */
export const dayAfter = ({ names }: Grid): string => Temporal.PlainDate.from(names.at(-1)!).add({ days: 1 }).toString()
