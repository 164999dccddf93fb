// What somebody was to do, as adherence sees it: work, a rest, or something neutral. A rest that began late because a customer was still on the
// line ends as much later: what was given to the customer is not taken from the lunch.
import type { Segment, Span } from './doing.ts'

/** neutral: training, a meeting, coaching, the works council: kept whatever the desk shows, for the desk does not see it. */
export const sorts = ['work', 'rest', 'neutral'] as const
export type Sort = (typeof sorts)[number]
export type Planned = Span & {
  sort: Sort
  kind: string // as the plan calls it: lunch, training …
  customers?: true // of a rest: what a customer took of it
}

/** How much later a rest may end at most, in milliseconds. */
export const MOST_CARRIED = 30 * 60_000

/**
 * The plan with its rests moved back by what customers took of them. Pure; the answer tiles the same time as the plan. `planned` is in order and
 * does not overlap. A rest is carried into the work that follows it without a gap, never past the end of the shift.
 */
export function carriedOver(planned: readonly Planned[], segments: readonly Segment[]): Planned[] {
  const parts: Planned[] = []
  let later = 0 // by how much what comes next begins later
  for (const [at, part] of planned.entries()) {
    const from = Math.min(part.from + later, part.to)
    later = 0
    const late = part.sort === 'rest' ? Math.min(servedPast(segments, part.from), MOST_CARRIED, part.to - part.from) : 0
    if (late > 0) {
      const next = planned[at + 1]
      later = next && next.from === part.to && next.sort === 'work' ? Math.min(late, next.to - next.from) : 0
      parts.push({ ...part, to: part.from + late, customers: true })
      parts.push({ ...part, from: part.from + late, to: part.to + later })
    } else parts.push({ ...part, from })
  }
  return parts.filter(({ from, to }) => to > from)
}

/** For how long past a moment somebody served a customer whom they had begun to serve before it, in milliseconds. */
export function servedPast(segments: readonly Segment[], moment: number): number {
  let until = moment
  for (const { from, to, doing, since } of segments) {
    if (to <= moment) continue
    if (from > until || doing !== 'serving' || since === null || since >= moment) break
    until = to
  }
  return until - moment
}
