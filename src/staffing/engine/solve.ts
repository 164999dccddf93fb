// A load and a number of people, solved: what those who come meet, whatever formula it takes.
import { answeredWaitQuantile, fatesWithin, metIn, settle, timeAt, type Fate, type Room, type Waiting } from '#queueing/engine'
import { erlangsOf, type Load } from '../contract/load.ts'
import { solvedByCurve } from './by-curve.ts'
import { roomOf } from './room-of.ts'

/** Shares of those let in, but `blocked` of all; times in seconds. */
export type Solved = {
  stable: boolean
  blocked: number
  at_once: number
  answered: number
  gives_up: number
  answered_wait_s: number // summed over the answered, over all let in
  given_up_wait_s: number
  waits: number
  mean_waiting: number
  fates: (within_s: number) => Fate
  waitOfAnswered: (share: number) => number | null // a quantile
  served: () => Served // asked for last, since it may take another sum
}
/** Mean number being served, share of people's time in which they serve anybody, and mean seconds from answer to end. */
export type Served = { mean: number; occupancy: number | null; stay_s: number | null }

/** @throws RangeError where the queue is beyond what is solved (millions waiting) */
export function solve(asked: Load, agents: number): Solved {
  const load = asked.calls_per_hour < NOBODY ? { ...asked, calls_per_hour: 0 } : asked
  const { patience } = load
  if (typeof patience === 'object' && load.calls_per_hour > 0) return solvedByCurve({ ...load, patience }, agents)
  const room = roomOf(load, agents)
  const waiting = settle(room)
  return solvedBy(waiting, () =>
    servedIn(load, agents, { room, answered: waiting.answered * (1 - waiting.blocked), stable: waiting.stable }),
  )
}

const NOBODY = 1e-9 // one in a hundred thousand years

/** The same while the queue is in `shares` (of time, by contacts there) instead of settled. Not for a measured curve. */
export function solveIn(load: Load, agents: number, shares: readonly number[]): Solved {
  const room = roomOf(load, agents)
  const over = (of: (n: number) => number) => shares.reduce((sum, share, n) => sum + share * of(n), 0)
  const mean = over((n) => Math.min(n, room.slots))
  const ends_per_s = over((n) => room.endsPerS(Math.min(n, room.slots)))
  return {
    ...solvedBy(metIn(room, shares), () => ({
      mean,
      occupancy: agents === 0 ? null : over((n) => Math.min(n, agents)) / agents,
      stay_s: ends_per_s > 0 ? mean / ends_per_s : load.handling_s,
    })),
    mean_waiting: over((n) => Math.max(0, n - room.slots)),
  }
}

const solvedBy = (waiting: Waiting, served: () => Served): Solved => ({
  ...waiting,
  fates: (within_s) => fatesWithin(waiting, within_s),
  waitOfAnswered: (share) => answeredWaitQuantile(waiting, share),
  served,
})

type Inside = { room: Room; answered: number; stable: boolean }

function servedIn(load: Load, agents: number, { room, answered, stable }: Inside): Served {
  if (load.chats && load.chats.at_once > 1) return servedTogether(load, agents, { room, answered, stable })
  const mean = stable ? erlangsOf(load) * answered : agents
  return { mean, occupancy: agents === 0 ? null : mean / agents, stay_s: load.handling_s }
}

// Several at once: how many are held at a time tells how long each takes (Little), and who has none is free.
function servedTogether(load: Load, agents: number, { room, answered, stable }: Inside): Served {
  if (agents === 0) return { mean: 0, occupancy: null, stay_s: null }
  if (room.arrivals_per_s === 0) return { mean: 0, occupancy: 0, stay_s: load.handling_s }
  const answered_per_s = stable ? room.arrivals_per_s * answered : room.endsPerS(room.slots)
  if (!stable) return { mean: room.slots, occupancy: 1, stay_s: room.slots / answered_per_s }
  const down = (n: number) => room.endsPerS(Math.min(n, room.slots)) + Math.max(0, n - room.slots) / room.patience_s
  const shares = timeAt({ up: () => room.arrivals_per_s, down }, room.places)
  const over = (of: (n: number) => number) => shares.reduce((sum, share, n) => sum + share * of(n), 0)
  const mean = over((n) => Math.min(n, room.slots))
  return { mean, occupancy: over((n) => Math.min(n, agents)) / agents, stay_s: mean / answered_per_s }
}
