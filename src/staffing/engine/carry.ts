// A queue from interval to interval: who waits when one ends waits when the next begins. The chain is followed through time instead of being taken as settled.
import type { Room } from '#queueing/engine'

/** Shares of time with 0, 1, 2 … contacts there. */
export type State = readonly number[]
export const emptyState: State = [1]

/** After `seconds` of a room, begun with `from`: the state at the end, and over the whole time (which is what arrivals meet: PASTA). */
export type Followed = { end: State; over: State }

const STEPS = 48

/**
 * The chain's own equations (Kolmogorov's), by the implicit Euler method, with as many and with twice as many steps, extrapolated (Richardson): exact to
 * about 1e-4 of a contact at quarter hours, and never unstable however fast the chain is. Whoever is served when people leave goes back to the head of the queue.
 * Source: Ingolfsson et al., "A survey and experimental comparison of service-level-approximation methods for nonstationary M(t)/M/s(t) queueing systems"
 * (2007), where solving these equations is what the quicker methods are held against, among them settled intervals (SIPP: Green, Kolesar & Soares 2001);
 * the backlog carried over in formulas is Stolletz, "The stationary backlog-carryover approach" (2008), of which this is the exact form.
 * @throws RangeError beyond 50,000 contacts there
 */
export function follow(room: Room, from: State, seconds: number): Followed {
  const chain = chainOf(room, from, seconds)
  const coarse = march(chain, { from, seconds, steps: STEPS })
  const fine = march(chain, { from, seconds, steps: 2 * STEPS })
  return { end: extrapolated(coarse.end, fine.end), over: extrapolated(coarse.over, fine.over) }
}

type Chain = { up: Float64Array; down: Float64Array }

function chainOf(room: Room, from: State, seconds: number): Chain {
  const full_per_s = room.slots > 0 ? room.endsPerS(room.slots) : 0
  const grows = Math.max(0, room.arrivals_per_s - full_per_s) * seconds
  const spread = 9 * Math.sqrt((room.arrivals_per_s + full_per_s) * seconds) + 20
  const most = Math.max(from.length, Math.ceil(Math.max(from.length, room.slots) + grows + spread))
  const states = Math.min(most, room.places === undefined ? most : Math.max(room.places, from.length - 1)) + 1
  if (states > MOST_STATES) throw new RangeError(`more than ${MOST_STATES} contacts would be there`)
  const up = new Float64Array(states)
  const down = new Float64Array(states)
  const room_for = room.places ?? Number.POSITIVE_INFINITY
  for (let n = 0; n < states; n++) {
    up[n] = n < states - 1 && n < room_for ? room.arrivals_per_s : 0
    down[n] = n === 0 ? 0 : room.endsPerS(Math.min(n, room.slots)) + Math.max(0, n - room.slots) / room.patience_s
  }
  return { up, down }
}

// (I − hQ)ᵀ is tridiagonal and the same at each step: its elimination is made once (Thomas). All columns are as long as there are states.
function march({ up, down }: Chain, { from, seconds, steps }: { from: State; seconds: number; steps: number }) {
  const states = up.length
  const h = seconds / steps
  const pivot = new Float64Array(states)
  for (let n = 0; n < states; n++) {
    pivot[n] = 1 + h * (up[n]! + down[n]!)
    if (n > 0) pivot[n]! -= (h * h * up[n - 1]! * down[n]!) / pivot[n - 1]!
  }
  let now = Float64Array.from({ length: states }, (_, n) => from[n] ?? 0)
  const over = new Float64Array(states)
  for (let step = 0; step < steps; step++) {
    const next = now.slice()
    for (let n = 1; n < states; n++) next[n]! += (h * up[n - 1]! * next[n - 1]!) / pivot[n - 1]!
    next[states - 1]! /= pivot[states - 1]!
    for (let n = states - 2; n >= 0; n--) next[n] = (next[n]! + h * down[n + 1]! * next[n + 1]!) / pivot[n]!
    for (let n = 0; n < states; n++) over[n]! += (now[n]! + next[n]!) / 2 / steps
    now = next
  }
  return { end: now, over }
}

// Errors of the first order fall out; what remains is cut at 0 and made to sum to 1 again. States beyond the last that weighs anything are dropped.
function extrapolated(coarse: Float64Array, fine: Float64Array): State {
  const better = Array.from(fine, (value, n) => Math.max(0, 2 * value - (coarse[n] ?? 0)))
  const total = better.reduce((sum, value) => sum + value, 0)
  let last = better.length - 1
  while (last > 0 && (better[last] ?? 0) < 1e-14) last--
  return better.slice(0, last + 1).map((value) => value / total)
}

const MOST_STATES = 50_000
