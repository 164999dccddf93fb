// A shift with other hours: breaks keep their place in it, meetings keep their hour, and what no longer fits is pulled in or left out. Pure.
import type { ActivityKind } from '../contract.ts'
import { isPauseKind, lengthMin, ms, MINUTE, type Drawn, type KeptActivity } from './drawn.ts'

/** @returns the activities in the new hours, or null where a meeting would lie outside them */
export const retimed = (shift: Drawn, hours: { starts_at: string; ends_at: string }): KeptActivity[] | null =>
  piecesRetimed(shift.activities, {
    was: lengthMin(shift),
    length: lengthMin(hours),
    later: (ms(hours.starts_at) - ms(shift.starts_at)) / MINUTE,
  })

type Piece = { kind: ActivityKind; from_min: number; to_min: number }
type Hours = { was: number; length: number; later: number } // minutes: how long it was and is, and how much later it begins

/** The same for whatever lies in a shift. */
export function piecesRetimed<P extends Piece>(pieces: readonly P[], { was, length, later }: Hours): P[] | null {
  const fixed = pieces
    .filter(({ kind }) => !isPauseKind(kind))
    .map((each) => ({ ...each, from_min: each.from_min - later, to_min: each.to_min - later }))
  if (fixed.some(({ from_min, to_min }) => from_min < 0 || to_min > length)) return null
  // Who begins later and ends at the same hour has lunch at the same hour too, as far as it fits.
  const kept = [...fixed]
  for (const pause of pieces.filter(({ kind }) => isPauseKind(kind))) {
    const place = placeFor(pause, kept, { length, later: was === length ? 0 : later })
    if (place !== null) kept.push({ ...pause, from_min: place, to_min: place + pause.to_min - pause.from_min })
  }
  return kept.toSorted((a, b) => a.from_min - b.from_min)
}

type Into = { length: number; later: number }
const STEP = 5
// Where it was, else the nearest place that is free; none: it is left out.
function placeFor(pause: Piece, kept: readonly Piece[], { length, later }: Into): number | null {
  const long = pause.to_min - pause.from_min
  const wished = pause.from_min - later
  for (let away = 0; away <= length; away += STEP)
    for (const from of [wished - away, wished + away])
      if (from > 0 && from + long < length && kept.every(({ from_min, to_min }) => from + long <= from_min || from >= to_min))
        return from
  return null
}
