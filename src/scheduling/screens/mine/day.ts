// A day as a line of pieces, and what comes next in it. Pure.
import type { ActivityKind } from '../../contract/activity.ts'
import type { ShiftInForce } from '../../contract/shifts.ts'

export type Piece = { kind: ActivityKind; name: string; from: number; to: number }

/** The shift from end to end: work wherever nothing else is said; who is away does nothing else. */
export function piecesOf(shift: ShiftInForce): Piece[] {
  const others: Piece[] = [
    ...shift.away.map(({ starts_at, ends_at }) => ({ kind: 'absence' as const, name: '', from: Date.parse(starts_at), to: Date.parse(ends_at) })),
    ...shift.activities.map(({ kind, name, starts_at, ends_at }) => ({ kind, name, from: Date.parse(starts_at), to: Date.parse(ends_at) })),
  ].toSorted((a, b) => a.from - b.from)
  const [begin, end] = [Date.parse(shift.starts_at), Date.parse(shift.ends_at)]
  const pieces: Piece[] = []
  let at = begin
  for (const other of others) {
    const [from, to] = [Math.max(other.from, at), Math.min(other.to, end)]
    if (from >= to) continue // under something else
    if (from > at) pieces.push({ kind: 'work', name: '', from: at, to: from })
    pieces.push({ ...other, from, to })
    at = to
  }
  if (at < end) pieces.push({ kind: 'work', name: '', from: at, to: end })
  return pieces
} // prettier-ignore

export type Standing = { now: Piece | null; next: Piece | null; ends: number }

/** Where one stands in it: the piece one is in, and the one after. */
export function standingAt(pieces: readonly Piece[], now: number): Standing {
  return {
    now: pieces.find(({ from, to }) => now >= from && now < to) ?? null,
    next: pieces.find(({ from }) => from > now) ?? null,
    ends: pieces.at(-1)?.to ?? now,
  }
}

/** The shift one is in or that comes next. */
export const nearestShift = (shifts: readonly ShiftInForce[], now: number): ShiftInForce | undefined =>
  shifts.find(({ ends_at }) => Date.parse(ends_at) > now)

/** An absence covers all of it: nobody works then. */
export const isAway = ({ starts_at, ends_at, away }: ShiftInForce): boolean =>
  away.some((each) => Date.parse(each.starts_at) <= Date.parse(starts_at) && Date.parse(each.ends_at) >= Date.parse(ends_at))
