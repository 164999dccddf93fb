// Somebody's hours of a week: what the contract says, what is planned, what of it is over, what an absence covers, and what is overtime. Pure.
import { activityTraits } from '../contract/activity.ts'
import type { ShiftInForce, WeekHours } from '../contract/shifts.ts'
import type { WorkContract } from '../contract/work-contract.ts'
import { MINUTE, ms } from './drawn.ts'

type Piece = { from: number; to: number }

/** Paid time of a shift without those pieces, in order: lunch is nobody's, and what is taken off is not in it. */
function paidPieces({ starts_at, ends_at, activities }: ShiftInForce, off: readonly Piece[] = []): Piece[] {
  const unpaid = activities.filter(({ kind }) => !activityTraits[kind].paid).map(pieceOf)
  const pieces: Piece[] = []
  let at = ms(starts_at)
  for (const { from, to } of [...unpaid, ...off].toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ from: at, to: Math.min(from, ms(ends_at)) })
    at = Math.max(at, to)
  }
  return at < ms(ends_at) ? [...pieces, { from: at, to: ms(ends_at) }] : pieces
}
const pieceOf = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): Piece => ({
  from: ms(starts_at),
  to: ms(ends_at),
})
const minutesOf = (pieces: readonly Piece[], until = Infinity): number =>
  Math.round(pieces.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, until) - from), 0) / MINUTE)

type Held = { contract: WorkContract; full_time_h: number; now: number }
/** Overtime begins beyond the band of the contract, and is counted by the week (L3121-29); of part-time people it is hours beyond the contract (L3123-28). */
export function hoursOfWeek(week: string, shifts: readonly ShiftInForce[], { contract, full_time_h, now }: Held): WeekHours {
  const planned = shifts.reduce((sum, shift) => sum + minutesOf(paidPieces(shift)), 0)
  const there = shifts.map((shift) => paidPieces(shift, shift.away.map(pieceOf)))
  return {
    week,
    planned_min: planned,
    contract_min: Math.round(contract.hours_week * 60),
    done_min: there.reduce((sum, pieces) => sum + minutesOf(pieces, now), 0),
    away_min: planned - there.reduce((sum, pieces) => sum + minutesOf(pieces), 0),
    extra_min: Math.max(0, planned - Math.round((contract.hours_week + contract.hours_more) * 60)),
    part_time: contract.hours_week < full_time_h,
  }
}
