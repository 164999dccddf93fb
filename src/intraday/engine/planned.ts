// What somebody was to do, as adherence sees it: work, a rest, or something neutral. A rest that began late because a customer was still on the
// line ends as much later: what was given to the customer is not taken from the lunch.
import type { Segment, Span } from './doing.ts'

/** neutral: training, a meeting, coaching, the works council: kept whatever the desk shows, for the desk does not see it. */
export const sorts = ['work', 'rest', 'neutral'] as const
export type Sort = (typeof sorts)[number]
export type Planned = Span & { sort: Sort; kind: string } // kind: as the plan calls it: lunch, training …

/** How much later a rest may end at most, in milliseconds. */
export const MOST_CARRIED = 30 * 60_000

/**
 * The plan with its rests moved back by what customers took of them. Pure; the answer tiles the same time as the plan. `planned` is in order and
 * does not overlap; a rest is carried into what follows it without a gap, never past the end of the shift.
 */
export function carriedOver(planned: readonly Planned[], segments: readonly Segment[]): Planned[] {
  const carried = planned.map((each) => ({ ...each }))
  for (let at = 0; at < carried.length; at++) {
    const rest = carried[at]!
    const before = carried[at - 1]
    const after = carried[at + 1]
    if (rest.sort !== 'rest' || !before || before.sort !== 'work' || before.to !== rest.from) continue
    const late = Math.min(servedPast(segments, rest.from), MOST_CARRIED, rest.to - rest.from)
    if (late <= 0) continue
    before.to += late
    rest.from += late
    const room = after && after.from === rest.to && after.sort === 'work' ? Math.min(late, after.to - after.from) : 0
    rest.to += room
    if (after && room > 0) after.from += room
  }
  return carried.filter(({ from, to }) => to > from)
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
