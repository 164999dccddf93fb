// A queue over its intervals: people found for its targets, or figures of people given; each interval by itself, or with who waits carried over.
import type { HeldTarget, Requirement } from '../contract/figures.ts'
import { erlangsOf, mostAgents, scheduledFor, type Load } from '../contract/load.ts'
import type { Target } from '../contract/target.ts'
import { emptyState, follow, type State } from './carry.ts'
import { figureIn, figuresIn } from './figures.ts'
import { keeps } from './meets.ts'
import { notesOf } from './notes.ts'
import { figuresFor, requirementFor, withinOf, type Wish } from './require.ts'
import { modelOf, roomOf } from './room-of.ts'
import { smallest } from './smallest.ts'
import { solve, solveIn, type Solved } from './solve.ts'

export type Interval = { load: Load; agents?: number; shrinkage: number }
export type Interned = Requirement & { left_waiting: number | null }

/** Each interval as if it had lasted for long: exact Erlang ("SIPP"). */
export function settledIntervals(intervals: readonly Interval[], wish: Wish): Interned[] {
  const known = new Map<string, Requirement>() // the same load asks the same people
  return intervals.map(({ load, agents, shrinkage }) => {
    const key = JSON.stringify([load, agents, shrinkage])
    const found =
      known.get(key) ??
      (agents === undefined ? requirementFor(load, { ...wish, shrinkage }) : figuresFor(load, agents, { ...wish, shrinkage }))
    known.set(key, found)
    return { ...found, left_waiting: null }
  })
}

/**
 * Interval after interval, begun empty: who waits when one ends is there when the next begins. Where people are found, it is the least number for each
 * interval in its turn, with what those before it have left over; after an interval in which nobody comes the queue is then taken for empty, since targets
 * were kept. With people given, those who wait still are served while nobody comes.
 */
export function carriedIntervals(intervals: readonly Interval[], wish: Wish & { interval_s: number }): Interned[] {
  let state: State = emptyState
  return intervals.map((interval) => {
    const { done, end } = carriedInterval(interval, state, wish)
    state = end
    return done
  })
}

type Step = { done: Interned; end: State }

function carriedInterval({ load, agents: given, shrinkage }: Interval, from: State, wish: Wish & { interval_s: number }): Step {
  const plain = { ...wish, shrinkage }
  if (load.calls_per_hour === 0)
    return given === undefined
      ? { done: { ...requirementFor(load, plain), left_waiting: 0 }, end: emptyState }
      : withoutArrivals({ load, agents: given }, from, { ...plain, interval_s: wish.interval_s })
  const played = new Map<number, { solved: Solved; end: State }>()
  const at = (agents: number) => {
    const known = played.get(agents) ?? playedWith(load, agents, { from, seconds: wish.interval_s })
    played.set(agents, known)
    return known
  }
  const needs = wish.targets.map((target) => (given === undefined ? leastFor(target, load, (agents) => at(agents).solved) : null))
  const agents = given ?? (needs.includes(null) ? null : Math.max(0, ...needs.filter((need) => need !== null)))
  const { solved, end } = at(agents ?? 0)
  const { stable, figures } = figuresIn(solved, wish.within_s ?? withinOf(wish.targets))
  const done: Interned = {
    model: `${modelOf(load, agents)}, carried`,
    erlangs: erlangsOf(load),
    agents,
    scheduled: agents === null ? null : scheduledFor(agents, shrinkage),
    stable,
    figures,
    targets: wish.targets.map((target, i) => heldIn(target, solved, { need: needs[i] ?? null, agents })),
    notes: notesOf(load, { agents, stable }),
    left_waiting: waitingIn(end, roomOf(load, agents ?? 0).slots),
  }
  return { done, end }
}

// Figures of those who come are those of nobody; what those do who are there already is followed.
function withoutArrivals(
  { load, agents }: { load: Load; agents: number },
  from: State,
  wish: Wish & { interval_s: number },
): Step {
  const { solved, end } = playedWith(load, agents, { from, seconds: wish.interval_s })
  const told = figuresFor(load, agents, wish)
  const { occupancy, mean } = solved.served()
  return {
    done: {
      ...told,
      model: `${told.model}, carried`,
      figures: {
        ...told.figures,
        occupancy: occupancy === null ? null : Math.min(1, occupancy),
        waiting_mean: solved.mean_waiting,
        served_mean: mean,
      },
      left_waiting: waitingIn(end, roomOf(load, agents).slots),
    },
    end,
  }
}

function playedWith(load: Load, agents: number, { from, seconds }: { from: State; seconds: number }) {
  const { over, end } = follow(roomOf(load, agents), from, seconds)
  return { solved: solveIn(load, agents, over), end }
}

const leastFor = (target: Target, load: Load, solvedWith: (agents: number) => Solved): number | null =>
  smallest(
    (agents) => {
      const reached = figureIn(target, solvedWith(agents))
      return reached !== null && keeps(target, reached) && (!('most_share' in target) || solve(load, agents).stable)
    },
    { most: Math.min(mostAgents, Math.ceil(10 * erlangsOf(load)) + 2_000), guess: erlangsOf(load) },
  )

function heldIn(target: Target, solved: Solved, { need, agents }: { need: number | null; agents: number | null }): HeldTarget {
  const reached = figureIn(target, solved)
  const met = agents !== null && reached !== null && keeps(target, reached)
  return { target, reached, met, agents: need, decides: need !== null && need === agents && need > 0 }
}

const waitingIn = (state: State, slots: number): number =>
  state.reduce((sum, share, n) => sum + share * Math.max(0, n - slots), 0)
