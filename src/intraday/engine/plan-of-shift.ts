// A shift as adherence sees it: what is not plain work as the plan says, the rest work; approved absences taken out of it.
import { without } from './adherence.ts'
import type { Span } from './doing.ts'
import type { Planned, Sort } from './planned.ts'

export type PlannedShiftSpan = Span & {
  activities: readonly (Span & { kind: string; sort: Sort })[]
  away: readonly Span[]
}

/** In order and without overlaps, whatever the shift says; empty where all of it is an absence. */
export function plannedOf({ from, to, activities, away }: PlannedShiftSpan): Planned[] {
  const parts: Planned[] = []
  let at = from
  for (const activity of activities.toSorted((a, b) => a.from - b.from)) {
    const [begins, ends] = [Math.max(at, activity.from), Math.min(to, activity.to)]
    if (begins >= ends) continue
    if (begins > at) parts.push({ from: at, to: begins, sort: 'work', kind: 'work' })
    parts.push({ from: begins, to: ends, sort: activity.sort, kind: activity.kind })
    at = ends
  }
  if (at < to) parts.push({ from: at, to, sort: 'work', kind: 'work' })
  return parts.flatMap((part) => without(part, away).map((left) => ({ ...part, ...left })))
}
