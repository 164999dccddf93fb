// Which slots of the plan a shift as written covers, and how much of it counts toward the contract.
import { activityTraits } from '../contract/activity.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import { SLOT_MIN, SLOT_MS, type Grid } from './grid.ts'

type Piece = { from: number; to: number } // milliseconds

/** Productive and paid time of a shift, in milliseconds since the epoch and in all. Without activities it is work from end to end. */
export function piecesOf({ starts_at, ends_at, activities }: Shift): { productive: Piece[]; paid_ms: number } {
  const whole = { from: Date.parse(starts_at), to: Date.parse(ends_at) }
  if (activities.length === 0) return { productive: [whole], paid_ms: whole.to - whole.from }
  let paid = 0
  const productive: Piece[] = []
  for (const { kind, starts_at: from, ends_at: to } of activities) {
    const piece = { from: Date.parse(from), to: Date.parse(to) }
    if (activityTraits[kind].paid) paid += piece.to - piece.from
    if (activityTraits[kind].productive) productive.push(piece)
  }
  return { productive, paid_ms: paid }
}

/** Somebody counts in a quarter of an hour in which they work for more than half of it. `paid` is in slots, rounded. */
export function productiveSlots(
  { start_ms, room }: Pick<Grid, 'start_ms' | 'room'>,
  shifts: readonly Shift[],
): { slots: Int32Array; paid: number } {
  const minutes = new Map<number, number>()
  let paid = 0
  for (const { productive, paid_ms } of shifts.map(piecesOf)) {
    paid += paid_ms
    for (const { from, to } of productive) {
      for (let slot = Math.floor((from - start_ms) / SLOT_MS); start_ms + slot * SLOT_MS < to; slot++) {
        const begins = start_ms + slot * SLOT_MS
        const inside = Math.min(to, begins + SLOT_MS) - Math.max(from, begins)
        minutes.set(slot, (minutes.get(slot) ?? 0) + inside / 60_000)
      }
    }
  }
  const covered = [...minutes].filter(([slot, inside]) => slot >= 0 && slot < room && inside > SLOT_MIN / 2).map(([slot]) => slot)
  return { slots: Int32Array.from(covered.toSorted((a, b) => a - b)), paid: Math.round(paid / SLOT_MS) }
}
