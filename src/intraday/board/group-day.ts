// A group of queues on a day: what was read of it, put on the day's intervals. Pure.
import type { Floor } from '#routing/contract'
import type { GroupNeed } from '#staffing/contract'
import { isAtWork, takesWork, toldOf, type GroupDay, type Segment, type Span, type StreamDay } from '../engine/index.ts'
import type { LevelFormula } from '../engine/level.ts'
import type { DayTarget } from '../contract.ts'
import type { PersonToday } from '../people/people-today.ts'
import type { DayRead } from './read-day.ts'

export type Placed = { from: number; to: number; interval_ms: number; count: number; now: number }

export function placedDay({ day, needs }: Pick<DayRead, 'day' | 'needs'>, now: number): Placed {
  const interval_ms = needs.interval_min * 60_000
  const [from, to] = [day.from.epochMilliseconds, day.to.epochMilliseconds]
  return { from, to, interval_ms, count: Math.round((to - from) / interval_ms), now }
}

export function groupDay(read: DayRead, group: GroupNeed, placed: Placed): GroupDay {
  const keys = new Set(group.queues.map(({ key }) => key))
  const people = read.people.filter(({ id }) => read.serves.get(id)?.some((key) => keys.has(key)))
  const instant = instantOf(group)
  const own = read.counted.filter(({ queue }) => instant.has(queue))
  const streams = group.loads.map((load) => streamDay(read, load))
  const told = toldOf(streams, placed.count)
  const counted_at = read.history.counted_at === null ? placed.from : Date.parse(read.history.counted_at)
  return {
    ...placed,
    counted_at: Math.min(placed.now, counted_at),
    streams,
    aim: targetOf(read.floor, group),
    need: group.need.map((need, at) => (told[at] ? need : null)),
    planned: planned(people, placed),
    ...expectedHere(people, placed),
    so_far: soFar(read.floor, instant),
    reached: Array.from({ length: placed.count }, (_, at) => shareAt(own.filter((each) => each.at === at))),
  }
}

/** Queues whose work cannot wait: the level is counted of these, for a letter answered today says nothing of who waits in a chat. */
export function instantOf({ loads, queues }: Pick<GroupNeed, 'loads' | 'queues'>): ReadonlySet<string> {
  const instant = new Set(loads.filter(({ aim }) => !aim.deferred).map(({ queue }) => queue))
  return instant.size > 0 ? instant : new Set(queues.map(({ key }) => key))
}

function streamDay(read: DayRead, load: GroupNeed['loads'][number]): StreamDay {
  const published = read.published.streams.find(({ stream }) => `${stream.queue}|${stream.channel}` === load.stream)
  const came = read.history.streams.find(({ stream }) => `${stream.queue}|${stream.channel}` === load.stream)
  const { mean, p10, p90, handling_s, patience_s, stream, aim } = load
  return {
    stream, deferred: aim.deferred, mean, p10, p90, handling_s, patience_s, at_once: aim.chats?.at_once ?? 1, ...(aim.chats?.speeds && { speeds: aim.chats.speeds }),
    spread: published?.spread ?? null, arrived: came?.arrived ?? [], told: mean.map((_, at) => (published?.mean[at] ?? null) !== null),
  } // prettier-ignore
}

/** The target by which the level of a group is counted: that of its first queue whose work cannot wait. */
export function targetOf(floor: Floor, group: GroupNeed): (DayTarget & { formula: LevelFormula }) | null {
  const instant = group.loads.find(({ aim }) => !aim.deferred)
  if (!instant) return null
  const queue = floor.queues.find(({ id }) => id === instant.queue)
  const said = instant.aim.targets.find((target) => 'within_s' in target)
  const within_s = queue?.aim.within_s ?? (said && 'within_s' in said ? said.within_s : 20)
  return { share: queue?.aim.share ?? (said && 'share' in said ? said.share : 0.8), within_s, formula: queue?.aim.formula ?? 'service_level.offered.1' }
} // prettier-ignore

export function soFar(floor: Floor, keys: ReadonlySet<string>): { kept: number; of: number } {
  const own = floor.queues.filter(({ id }) => keys.has(id))
  return { kept: own.reduce((sum, { kept }) => sum + kept, 0), of: own.reduce((sum, { of }) => sum + of, 0) }
}

function shareAt(counted: readonly { kept: number; of: number }[]): number | null {
  const of = counted.reduce((sum, each) => sum + each.of, 0)
  return of === 0 ? null : counted.reduce((sum, each) => sum + each.kept, 0) / of
}

const planned = (people: readonly PersonToday[], placed: Placed): number[] =>
  lineOf(people.flatMap((person) => person.planned.filter(({ sort }) => sort === 'work')), placed) // prettier-ignore

/** Late for so long, somebody is not expected any more; until then they are expected in half of that. */
export const NO_SHOW_MS = 60 * 60_000

// Past: who took what came. To come: the plan, less who should be here and is not, for a while; without any plan, who is here stays. Of the interval under way
// both, and by itself what is left of it: who came at ten past is there for the rest of the quarter, whatever its first ten minutes were.
function expectedHere(people: readonly PersonToday[], placed: Placed): Pick<GroupDay, 'here' | 'here_left'> {
  const worked = people.flatMap(({ segments }) => segments.filter(({ doing }: Segment) => takesWork(doing)))
  const anyPlan = people.some((person) => person.planned.length > 0)
  const coming = anyPlan ? people.flatMap((person) => expectedWork(person, placed)) : stayers(people, placed)
  const under_way = Math.floor((placed.now - placed.from) / placed.interval_ms)
  const [past, future] = [lineOf(worked, placed), lineOf(coming, placed)]
  const left = under_way + 1 - (placed.now - placed.from) / placed.interval_ms
  return {
    here: past.map((n, at) => (at < under_way ? n : at === under_way ? n + future[at]! : future[at]!)),
    here_left: (future[under_way] ?? 0) / left,
  }
}

/** When somebody is expected at work from now on. */
export function expectedWork({ planned, standing, segments }: PersonToday, { now }: Pick<Placed, 'now'>): Span[] {
  const from = backAt({ standing, segments }, now)
  return planned
    .filter(({ sort, to }) => sort === 'work' && to > from)
    .map((part) => ({ from: Math.max(part.from, from), to: part.to }))
}

function backAt({ standing, segments }: Pick<PersonToday, 'standing' | 'segments'>, now: number): number {
  const here = isAtWork(segments.at(-1)?.doing ?? 'offline')
  // Who never came is not expected any the more because their plan has a break now.
  if (here || !standing || (standing.planned !== 'work' && standing.deviation !== 'late')) return now
  return now - standing.since > NO_SHOW_MS ? Number.POSITIVE_INFINITY : now + NO_SHOW_MS / 2
}

const stayers = (people: readonly PersonToday[], { now, to }: Placed): Span[] =>
  people.filter(({ segments }) => isAtWork(segments.at(-1)?.doing ?? 'offline')).map(() => ({ from: now, to }))

/** People on average of each interval. */
function lineOf(spans: readonly Span[], { from, interval_ms, count }: Placed): number[] {
  const line = Array.from({ length: count }, () => 0)
  for (const span of spans)
    for (let at = Math.max(0, Math.floor((span.from - from) / interval_ms)); at < count; at++) {
      const begins = from + at * interval_ms
      if (begins >= span.to) break
      line[at]! += Math.max(0, Math.min(span.to, begins + interval_ms) - Math.max(span.from, begins)) / interval_ms
    }
  return line
}
