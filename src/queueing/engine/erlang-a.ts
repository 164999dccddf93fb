// M/M/c+M, "Erlang A": people give up after an exponential patience; optionally with a bound on those who may be there (M/M/c/K+M).
import { betaShare } from './gamma.ts'
import { timeAt } from './birth-death.ts'
import { offeredTo, type Queue } from './queue.ts'

export type ImpatientQueue = Queue & {
  patience_s: number // mean, > 0
  places?: number // those being served included; none: unbounded
}

export type ErlangA = {
  occupancy: number
  blocked: number // share of all contacts
  waits: number // share of those let in that does not find a free server
  gives_up: number // share of those let in
  mean_wait_s: number // of those let in, whether answered or not
  mean_wait_answered_s: number
  mean_wait_given_up_s: number
  mean_waiting: number
}

/**
 * The steady state of M/M/c+M; it settles however much is offered. Source: Palm (1946); Mandelbaum & Zeltyn, "Service engineering in
 * action: the Palm/Erlang-A queue" (2007). Those waiting give up at rate n/θ each, so gives_up = θ · E[waiting] / arrivals let in.
 */
export function erlangA(queue: ImpatientQueue): ErlangA {
  const { shares, blocked, let_in_per_s } = contactsThere(queue)
  const mean_waiting = shares.reduce((sum, share, n) => sum + share * Math.max(0, n - queue.servers), 0)
  const gives_up = mean_waiting / queue.patience_s / let_in_per_s
  const mean_wait_s = mean_waiting / let_in_per_s
  const answered_wait_s = overThoseWaiting(
    queue,
    (share, ahead, pace) => share * answeredTimesWait(ahead, pace) * queue.patience_s,
  )
  return {
    occupancy: (let_in_per_s * (1 - gives_up) * queue.service_s) / queue.servers,
    blocked,
    waits: overThoseWaiting(queue, (share) => share),
    gives_up,
    mean_wait_s,
    mean_wait_answered_s: answered_wait_s / (1 - gives_up),
    mean_wait_given_up_s: gives_up === 0 ? 0 : (mean_wait_s - answered_wait_s) / gives_up,
    mean_waiting,
  }
}

/** Shares of all let in: answered within `within_s`, given up within it, still waiting then. They sum to 1. */
export type Fate = { answered: number; gave_up: number; still_waits: number }

/**
 * What has become of contacts `within_s` seconds after they arrived. Whoever finds k waiting ahead is answered after k + 1 departures at
 * the rates cμ + jθ, j = 0 … k. That time V has e^(−θV) ~ Beta(cμ/θ, k + 1), since both have the same moments: so P(V ≤ t) is an incomplete
 * beta function, and weighing V by the patience e^(−θV) raises its first parameter by one. Exact, without quadrature.
 */
export function fateWithin(queue: ImpatientQueue, within_s: number): Fate {
  const left = Math.exp(-within_s / queue.patience_s)
  const at_once = 1 - overThoseWaiting(queue, (share) => share)
  const answered = overThoseWaiting(queue, (share, ahead, pace) => share * answeredBy(left, ahead, pace))
  const still_waits = overThoseWaiting(queue, (share, ahead, pace) => share * left * betaShare(left, pace, ahead + 1))
  return { answered: at_once + answered, gave_up: Math.max(0, 1 - at_once - answered - still_waits), still_waits }
}

const answeredBy = (left: number, ahead: number, pace: number) =>
  (pace / (pace + ahead + 1)) * (1 - betaShare(left, pace + 1, ahead + 1))

// E[V e^(−θV)] · θ: the mean of −log X under Beta(pace + 1, ahead + 1) is a piece of the harmonic series.
function answeredTimesWait(ahead: number, pace: number): number {
  let sum = 0
  for (let j = 1; j <= ahead + 1; j++) sum += 1 / (pace + j)
  return (pace / (pace + ahead + 1)) * sum
}

// Sums over those let in who find all servers busy; `ahead` of them wait already, `pace` is cμ/θ.
function overThoseWaiting(queue: ImpatientQueue, worth: (share: number, ahead: number, pace: number) => number): number {
  const { shares, blocked } = contactsThere(queue)
  const pace = (queue.servers * queue.patience_s) / queue.service_s
  let sum = 0
  for (let n = queue.servers; n < Math.min(shares.length, queue.places ?? shares.length); n++)
    sum += worth((shares[n] ?? 0) / (1 - blocked), n - queue.servers, pace)
  return sum
}

function contactsThere(queue: ImpatientQueue) {
  offeredTo(queue)
  if (!(queue.patience_s > 0)) throw new RangeError(`a patience of ${queue.patience_s} s`)
  const { servers, service_s, patience_s, places } = queue
  const down = (n: number) => Math.min(n, servers) / service_s + Math.max(0, n - servers) / patience_s
  const shares = timeAt({ up: () => queue.arrivals_per_s, down }, places)
  const blocked = places === undefined ? 0 : (shares[places] ?? 0)
  return { shares, blocked, let_in_per_s: queue.arrivals_per_s * (1 - blocked) }
}
