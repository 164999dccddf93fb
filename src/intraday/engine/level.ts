// The level an interval is expected to reach with so many people, by closed formula: for the board, which shows a whole day at once. The menu of moves
// is worked out by simulation instead (scenario.ts).
//
// Work that is served by the same people is taken together as M/M/c+M (Erlang A): Poisson arrivals, their mean handling time, exponential patience; of
// several chats at once, as fast as the targets say each of so many goes on, else each person's time shared evenly, as staffing and `guichet erlang` have it. Sources: Mandelbaum & Zeltyn (2007),
// Avi-Itzhak & Halfin (1988), see #queueing/engine. What it leaves out: what still waits when the interval begins, and who serves only some of the queues.
// Both make it hopeful in a crowd; the simulation has them.
import { fatesWithin, normalQuantile, normalShare, paceOf, settle, sharedEndsPerS } from '#queueing/engine'

/** The names the floor counts by (routing/rules/service-level.ts). */
export type LevelFormula =
  | 'service_level.offered.1'
  | 'service_level.patient.1'
  | 'service_level.lenient.1'
  | 'service_level.answered.1'

export type Crowd = {
  arrivals: number // in the interval, ≥ 0
  interval_s: number
  handling_s: number // mean, > 0
  patience_s: number | null // mean; null: nobody gives up, or nobody knows
  at_once: number // contacts one person serves together
  speeds?: readonly number[] // of each of so many together, 1 alone, the last holds for more; none: their time is shared evenly
}
export type Aim = { within_s: number; formula: LevelFormula }
export type Reached = { level: number | null; occupancy: number }

// Where nobody gives up a crowd never settles. Nobody waits for ever either: an hour is longer than any interval that is looked at.
const LONGEST_PATIENCE_S = 3_600
const FEWEST = 1e-9
const MOST_SERVERS = 5_000

/**
 * @param people at work, may be broken: half a person is there half the time, and the answer lies between those of whole ones
 * @returns level null where nobody comes; 0 where somebody comes and nobody is there
 */
export function levelOf(crowd: Crowd, people: number, aim: Aim): Reached {
  if (!(crowd.arrivals > FEWEST)) return { level: null, occupancy: 0 }
  if (!(people > 0)) return { level: 0, occupancy: 1 }
  const whole = Math.floor(people)
  const over = people - whole
  const low = whole === 0 ? { level: 0, occupancy: 1 } : reachedBy(crowd, whole, aim)
  if (over < 1e-6) return low
  const high = reachedBy(crowd, whole + 1, aim)
  return { level: mix(low.level, high.level, over), occupancy: mix(low.occupancy, high.occupancy, over) }
}

const mix = (low: number, high: number, over: number): number => low + (high - low) * over

function reachedBy({ arrivals, interval_s, handling_s, patience_s, at_once, speeds }: Crowd, whole: number, { within_s, formula }: Aim) {
  const people = Math.min(Math.floor(MOST_SERVERS / at_once), whole)
  const arrivals_per_s = arrivals / interval_s
  // Whoever has one chat is as quick as with a call; only company slows them (limited processor sharing).
  const waiting = settle({
    arrivals_per_s,
    slots: people * at_once,
    endsPerS: (contacts) => sharedEndsPerS({ work_s: handling_s, at_once, ...(speeds && { speeds }) }, people, contacts),
    patience_s: Math.min(patience_s ?? LONGEST_PATIENCE_S, LONGEST_PATIENCE_S),
  })
  const { answered, gave_up } = fatesWithin(waiting, within_s)
  const level = {
    'service_level.offered.1': answered,
    'service_level.patient.1': gave_up < 1 ? answered / (1 - gave_up) : 0,
    'service_level.lenient.1': answered + gave_up,
    'service_level.answered.1': waiting.gives_up < 1 ? answered / (1 - waiting.gives_up) : 0,
  }[formula]
  return { level: Math.min(1, Math.max(0, level)), occupancy: Math.min(1, (arrivals_per_s * waiting.answered * handling_s) / people) }
} // prettier-ignore

/** The fewest whole people by whom a share of a crowd is served in time; 0 where nobody comes. The level rises with people: found by halving. */
export function peopleFor(crowd: Crowd, aim: Aim, share: number): number {
  if (!(crowd.arrivals > FEWEST)) return 0
  const holds = (people: number): boolean => (levelOf(crowd, people, aim).level ?? 1) >= share
  let [few, enough] = [0, Math.ceil(((crowd.arrivals * crowd.handling_s) / crowd.interval_s) * 1.5) + 10]
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2)
    if (holds(middle)) enough = middle
    else few = middle
  }
  return enough
}

/** Contacts of an interval, as a forecast spreads them: one time in ten fewer than p10, one time in ten more than p90. */
export type Spread = { p10: number; mean: number; p90: number }

/**
 * The chance that an interval falls below its target, 0…1. The level falls as more come, so it is the chance that more come than the most that can be
 * borne; between its three points the forecast is taken as a normal curve with one width below its mean and another above (a two-piece normal).
 * `level(n)` must not rise with n. Source: Wallis, "The two-piece normal, binormal, or double Gaussian distribution" (2014).
 */
export function chanceBelow(level: (arrivals: number) => number | null, { p10, mean, p90 }: Spread, target: number): number {
  const holds = (arrivals: number): boolean => (level(arrivals) ?? 1) >= target
  const [below, above] = [Math.max(0, mean - p10) / POINT, Math.max(0, p90 - mean) / POINT]
  let [low, high] = [Math.max(0, mean - 4 * below), mean + 4 * above]
  if (!holds(low)) return 1
  if (holds(high)) return 0
  for (let halvings = 0; halvings < 24; halvings++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return chanceAbove(low, { mean, below, above })
}
const POINT = normalQuantile(0.9)

// Each half of a two-piece normal weighs as its own width does.
function chanceAbove(value: number, { mean, below, above }: { mean: number; below: number; above: number }): number {
  const all = below + above
  if (all === 0) return value < mean ? 1 : 0
  if (value >= mean) return above === 0 ? 0 : ((2 * above) / all) * (1 - normalShare((value - mean) / above))
  return below === 0 ? 1 : 1 - ((2 * below) / all) * normalShare((value - mean) / below)
}

/** What came so far and what is expected of the rest, as one level by tonight; null where nothing came and nothing will. */
export function tonight(
  so_far: { kept: number; of: number },
  rest: readonly { arrivals: number; level: number | null }[],
): number | null {
  const known = rest.filter((each): each is { arrivals: number; level: number } => each.level !== null)
  const of = so_far.of + known.reduce((sum, { arrivals }) => sum + arrivals, 0)
  if (of <= FEWEST) return null
  return Math.min(1, (so_far.kept + known.reduce((sum, { arrivals, level }) => sum + arrivals * level, 0)) / of)
}

/** Several streams served by the same people, as one crowd; null where nothing comes. Weighed by the work they bring. */
export function together(streams: readonly Crowd[]): Crowd | null {
  const coming = streams.filter(({ arrivals }) => arrivals > FEWEST)
  const arrivals = coming.reduce((sum, each) => sum + each.arrivals, 0)
  if (arrivals <= FEWEST) return null
  const work = coming.reduce((sum, each) => sum + each.arrivals * each.handling_s, 0)
  const weighed = (of: (each: Crowd) => number): number =>
    coming.reduce((sum, each) => sum + of(each) * each.arrivals * each.handling_s, 0) / work
  const impatient = coming.filter(({ patience_s }) => patience_s !== null)
  const at_once = Math.max(1, Math.round(weighed((each) => each.at_once)))
  const speeds = coming.some((each) => each.speeds) && Array.from({ length: at_once }, (_, n) => weighed((each) => speedOf(each, n + 1)))
  return {
    arrivals,
    interval_s: coming[0]!.interval_s,
    handling_s: work / arrivals,
    patience_s: impatient.length === 0 ? null : weighed(({ patience_s }) => patience_s ?? LONGEST_PATIENCE_S),
    at_once,
    ...(speeds && { speeds }),
  }
} // prettier-ignore

/**
 * Speed of each of `count` that one person serves together. Beyond what was told of, as when a limit is raised for an afternoon, nothing is promised: the
 * pace of the most that was told is shared.
 */
export function speedOf({ at_once, speeds }: Pick<Crowd, 'at_once' | 'speeds'>, count: number): number {
  return paceOf({ ...(speeds && { speeds }) }, Math.min(count, at_once)) / count
}
