// How people fare: for how long without a rest, how busy, how long beyond their shift. Counts for the many; of one person only what they and their manager
// need for a rest in time.
import { without } from './adherence.ts'
import { isAtWork, type Segment, type Span } from './doing.ts'
import type { Planned } from './planned.ts'

/** A pause that ends a streak, in milliseconds. Source: INRS ED 923, work at a screen: five minutes at least every hour of intense work. */
export const REST_MS = 5 * 60_000

/**
 * Since when somebody works without a rest: milliseconds since 1970, null when they do not work now. At a planned rest, who has nothing in hand rests.
 * `segments` tile the day up to now, `planned` is today's.
 */
export function workingSince(segments: readonly Segment[], planned: readonly Planned[]): number | null {
  const rests = planned.filter(({ sort }) => sort === 'rest')
  const worked = segments
    .filter(({ doing }) => isAtWork(doing))
    .flatMap((segment) => (segment.doing === 'serving' ? [segment] : without(segment, rests)))
  const last = worked.at(-1)
  if (!last || last.to < (segments.at(-1)?.to ?? 0)) return null
  let since = last.from
  for (const each of worked.toReversed()) {
    if (since - each.to >= REST_MS) break
    since = Math.min(since, each.from)
  }
  return since
}

/** Serving ÷ (serving + ready) within a span; null where there was neither. */
export function occupancyOf(people: readonly (readonly Segment[])[], span: Span): number | null {
  const time = (doing: Segment['doing']): number =>
    people.reduce(
      (all, segments) => all + segments.reduce((sum, each) => (each.doing === doing ? sum + within(each, span) : sum), 0),
      0,
    )
  const serving = time('serving')
  const all = serving + time('ready')
  return all > 0 ? serving / all : null
}

const within = (one: Span, other: Span): number => Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

/** Worked outside the shift, in milliseconds; 0 for who has none today: they are not late home, they were not expected. */
export function overtimeOf(segments: readonly Segment[], shifts: readonly Span[]): number {
  if (shifts.length === 0) return 0
  const [starts, ends] = [Math.min(...shifts.map(({ from }) => from)), Math.max(...shifts.map(({ to }) => to))]
  return segments
    .filter(({ doing }) => isAtWork(doing))
    .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, starts) - from) + Math.max(0, to - Math.max(from, ends)), 0)
}

export type Counted = { team: string | null; members: number }
/** Teams too small to be shown apart without saying who is meant are counted together. */
export const toldApart = <Team extends Counted>(teams: readonly Team[], fewest: number): { apart: Team[]; together: Team[] } => ({
  apart: teams.filter(({ team, members }) => team !== null && members >= fewest),
  together: teams.filter(({ team, members }) => team === null || members < fewest),
})
