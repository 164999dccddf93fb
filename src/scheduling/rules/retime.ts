// A shift with other hours: breaks keep their place in it, meetings keep their hour, and what no longer fits is pulled in or left out. Pure.
import { inOrder, isPauseKind, lengthMin, ms, MINUTE, type Drawn, type KeptActivity } from './drawn.ts'

/** @returns the activities in the new hours, or null where a meeting would lie outside them */
export function retimed(shift: Drawn, hours: { starts_at: string; ends_at: string }): KeptActivity[] | null {
  const length = lengthMin(hours)
  const later = (ms(hours.starts_at) - ms(shift.starts_at)) / MINUTE
  const fixed = shift.activities
    .filter(({ kind }) => !isPauseKind(kind))
    .map((each) => ({ ...each, from_min: each.from_min - later, to_min: each.to_min - later }))
  if (fixed.some(({ from_min, to_min }) => from_min < 0 || to_min > length)) return null
  // Who begins later and ends at the same hour has lunch at the same hour too, as far as it fits.
  const resized = lengthMin(shift) !== length
  const kept = [...fixed]
  for (const pause of shift.activities.filter(({ kind }) => isPauseKind(kind))) {
    const place = placeFor(pause, kept, { length, later: resized ? later : 0 })
    if (place !== null) kept.push({ ...pause, from_min: place, to_min: place + pause.to_min - pause.from_min })
  }
  return inOrder(kept)
}

type Into = { length: number; later: number }
const STEP = 5
// Where it was, else the nearest place that is free; none: it is left out.
function placeFor(pause: KeptActivity, kept: readonly KeptActivity[], { length, later }: Into): number | null {
  const long = pause.to_min - pause.from_min
  const wished = pause.from_min - later
  for (let away = 0; away <= length; away += STEP)
    for (const from of [wished - away, wished + away])
      if (from > 0 && from + long < length && kept.every(({ from_min, to_min }) => from + long <= from_min || from >= to_min))
        return from
  return null
}
