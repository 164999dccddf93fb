// How the waits of a waiting room are spread: what has become of people after so long, and the wait that a share of them does not exceed.
import type { Ahead, Waiting } from './waiting-room.ts'

/** Shares of all let in: answered within the time, given up within it, still waiting then. They sum to 1. */
export type Fate = { answered: number; gave_up: number; still_waits: number }

/**
 * What has become of people `within_s` ≥ 0 seconds after they came. Whoever finds k ahead needs k + 1 departures at the rates D + iq, i = 0 … k. That none
 * but k of them happened within t is a negative binomial share (a Poisson share where nobody gives up): the terms
 * e^(−Dt) Π (D + iq) g / (i + 1), g = (1 − e^(−qt)) / q, all positive, summed once for all k. Exact, without quadrature: e^(−qV) of the time V is
 * Beta(D/q, k + 1), by its moments. Weighing V by the patience e^(−qV) raises D by q.
 */
export function fatesWithin(waiting: Waiting, within_s: number): Fate {
  const { at_once, waits, gives_up, stable } = waiting
  if (!stable) return { answered: at_once, gave_up: 0, still_waits: 1 - at_once }
  if (waits === 0) return { answered: at_once, gave_up: 0, still_waits: 0 }
  const { still, answered } = waiting.ahead.endless
    ? exponential(waiting.ahead, within_s)
    : amongThoseWaiting(waiting.ahead, within_s)
  const by_now = at_once + waits * answered
  const left = waits * still
  return { answered: by_now, gave_up: Math.min(gives_up, Math.max(0, 1 - by_now - left)), still_waits: left }
}

const exponential = ({ full_per_s }: Ahead, t: number) => ({
  still: Math.exp(-full_per_s * t),
  answered: -Math.expm1(-full_per_s * t),
})

function amongThoseWaiting({ weights, total, full_per_s: D, gives_up_per_s: q }: Ahead, t: number) {
  const g = q === 0 ? t : -Math.expm1(-q * t) / q
  const nextAhead = runningSum((k) => ((D + k * q) * g) / (k + 1), -D * t)
  const nextPatient = runningSum((k) => ((D + (k + 1) * q) * g) / (k + 1), -(D + q) * t)
  let ahead = 0
  let answered = 0
  for (const [k, weight] of weights.entries()) {
    ahead += weight * nextAhead()
    const later = nextPatient()
    if (D > 0) answered += (weight * D * (1 - later)) / (D + (k + 1) * q)
  }
  return { still: (ahead / total) * Math.exp(-q * t), answered: answered / total }
}

// The sum of the first terms of a law on 0, 1, 2 …, one term more at each call: the first is e^log, each next `ratio(k)` times the one before it.
// Begun in logarithms where the first ones are below what a number can hold.
function runningSum(ratio: (k: number) => number, log: number): () => number {
  let k = 0
  let sum = 0
  let far = log < FAR ? log : 0 // the term is e^far × term
  let term = log < FAR ? 1 : Math.exp(log)
  const comeCloser = (): void => {
    const whole = far + Math.log(term)
    far = whole > FAR ? 0 : whole
    term = whole > FAR ? Math.exp(whole) : 1
  }
  return () => {
    if (far === 0) sum += term
    term *= ratio(k++)
    if (far < 0 && (term > 1e100 || term < 1e-100 || (k & 15) === 0)) comeCloser()
    return Math.min(1, sum)
  }
}
const FAR = -600

/** The wait in seconds that a share `share` (0…1, below 1) of those answered does not exceed; 0 where so many do not wait; null where nobody is answered, or it grows without end. */
export function answeredWaitQuantile(waiting: Waiting, share: number): number | null {
  const { answered, at_once, stable } = waiting
  if (answered === 0) return null
  if (share * answered <= at_once) return 0
  if (!stable) return null
  const wanted = share * answered
  return risingTo(wanted, (t) => fatesWithin(waiting, t).answered, waiting.answered_wait_s / answered || 1)
}

/** Where a rising function of t ≥ 0 reaches `wanted`, to a relative 1e-13: doubling from `guess`, then regula falsi (Illinois) within the bracket. */
export function risingTo(wanted: number, value: (t: number) => number, guess: number): number {
  let low = { t: 0, off: value(0) - wanted }
  let high = { t: guess, off: value(guess) - wanted }
  for (let doubled = 0; high.off < 0 && doubled < 200; doubled++) {
    low = high
    high = { t: high.t * 2, off: value(high.t * 2) - wanted }
  }
  for (let i = 0; i < 200 && high.t - low.t > 1e-13 * high.t; i++) {
    const between = low.t - (low.off * (high.t - low.t)) / (high.off - low.off)
    const t = i % 3 === 2 || !(between > low.t && between < high.t) ? (low.t + high.t) / 2 : between
    const off = value(t) - wanted
    if (off === 0) return t
    if (off < 0) low = { t, off }
    else high = { t, off }
    if (low.t === t && i % 3 !== 2) high = { ...high, off: high.off / 2 }
    else if (high.t === t && i % 3 !== 2) low = { ...low, off: low.off / 2 }
  }
  return high.t
}
