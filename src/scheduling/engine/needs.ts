// How many people are needed in each slot, from rows of times of day or from a list of intervals.
import type { Ask, Need } from '../contract/schedule-ask.ts'
import { SLOT_MIN, slotAt, stretchOf, weekdayName, type Grid } from './grid.ts'

/** People needed in each slot of the plan's days. */
export function needBySlot(grid: Grid, need: Need, intervalMin: Ask['interval_min']): Float64Array {
  const slots = new Float64Array(grid.slots)
  const each = intervalMin / SLOT_MIN
  for (const [i, people] of (need.need ?? []).entries()) slots.fill(people, i * each, (i + 1) * each)
  for (const row of need.rows ?? []) {
    const { from, to } = stretchOf(row.from, row.to)
    for (let day = 0; day < grid.days; day++) {
      if (row.day !== undefined && row.day !== grid.names[day]) continue
      if (row.days && !row.days.includes(weekdayName(grid, day))) continue
      slots.fill(row.need, slotAt(grid, day, from), Math.min(grid.slots, slotAt(grid, day, to)))
    }
  }
  return slots
}
