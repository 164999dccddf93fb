// The queue that Erlang B, C and A, with or without a bound on places, and several chats at once are cases of: a birth–death chain whose servers
// together end so many contacts a second while so many are served, and whose waiting contacts each give up at the same rate.

/** Rates per second, times in seconds. With n contacts there, min(n, slots) are served and the rest waits, first come first served. */
export type Room = {
  arrivals_per_s: number // ≥ 0
  slots: number // most served at the same time, whole, ≥ 0
  endsPerS: (served: number) => number // of all that are served together; > 0 from 1 on
  patience_s: number // mean of an exponential; Infinity: nobody ever gives up
  places?: number // those being served included, ≥ slots; none: unbounded
}

/** What those who come meet. Shares are of those let in, but `blocked` of all. */
export type Waiting = {
  stable: boolean // false: more comes than can be served and nobody gives up; then everybody waits without end
  blocked: number
  waits: number // does not find a free server
  at_once: number // 1 − waits, to full precision also where it is tiny
  answered: number
  gives_up: number
  answered_wait_s: number // seconds waited by those answered, over all let in
  given_up_wait_s: number // seconds waited by those who gave up, over all let in
  mean_waiting: number
  ahead: Ahead // how many those who wait find waiting before them
}
/** `weights[k]` in proportion to finding k ahead; `total` is their sum. `full_per_s`: ends per second while all slots are taken.  `endless`: nobody gives up
 * and there is no bound: the wait of those who wait is exponential at `full_per_s`, less what arrives, and there are no weights. */
export type Ahead = { weights: readonly number[]; total: number; full_per_s: number; gives_up_per_s: number; endless: boolean }

/** Beyond so many waiting the list of them is not made: RangeError. */
export const MOST_WAITING = 2_000_000

/**
 * The steady state, to about 1e-12: the share that waits from the inverse of Erlang's loss recursion (which never overflows on the way to a sum), what
 * happens to those who wait from sums of positive terms, so that nothing cancels.
 * Source: Palm (1946); Riordan, "Stochastic service systems" (1962), §6; for the form used, P(wait) = A / (1/B + A − 1): Garnett, Mandelbaum & Reiman (2002).
 */
export function settle(room: Room): Waiting {
  const full_per_s = room.slots > 0 ? room.endsPerS(room.slots) : 0
  if (room.arrivals_per_s === 0) return nobodyComes(room, full_per_s)
  const never = room.patience_s === Number.POSITIVE_INFINITY
  const endless = never && room.places === undefined
  if (never && full_per_s === 0 && room.places !== undefined) return allTurnedAway()
  if (endless && room.arrivals_per_s >= full_per_s) return withoutEnd(full_per_s)
  return endless ? settledForEver(room, full_per_s) : settledWithin(room, full_per_s)
}

// Everybody waits until served: the number waiting is geometric, the wait of those who wait exponential (Erlang 1917).
function settledForEver(room: Room, full_per_s: number): Waiting {
  const spare_per_s = full_per_s - room.arrivals_per_s
  const above = full_per_s / spare_per_s
  const below = timesFree(room)
  const waits = above / (below + above)
  return {
    stable: true,
    blocked: 0,
    waits,
    at_once: shareOf(below, above),
    answered: 1,
    gives_up: 0,
    answered_wait_s: waits / spare_per_s,
    given_up_wait_s: 0,
    mean_waiting: (waits * room.arrivals_per_s) / spare_per_s,
    ahead: { weights: [], total: 1, full_per_s: spare_per_s, gives_up_per_s: 0, endless: true },
  }
}

function settledWithin(room: Room, full_per_s: number): Waiting {
  const { weights, first, last } = weightsAbove(room, full_per_s)
  return weighed(room, { weights, free: first === 0 ? 0 : timesFree(room) * first, last })
}

/**
 * What those meet who come while `shares[n]` of the time n contacts are there, settled or not, if people go on as they are. Arrivals see what time
 * sees (Wolff 1982).
 */
export function metIn(room: Room, shares: readonly number[]): Waiting {
  const places = room.places ?? Number.POSITIVE_INFINITY
  const sumOf = (from: number, to: number) => shares.slice(from, to).reduce((sum, share) => sum + share, 0)
  const let_in_to = Math.min(places, shares.length)
  return weighed(room, {
    weights: shares.slice(room.slots, let_in_to),
    free: sumOf(0, Math.min(room.slots, let_in_to)),
    last: sumOf(let_in_to, shares.length),
  })
}

// `weights`: of those who come and wait, by how many are ahead; `free`: of those who need not; `last`: of those who find no room.
function weighed(room: Room, { weights, free, last }: { weights: readonly number[]; free: number; last: number }): Waiting {
  const full_per_s = room.slots > 0 ? room.endsPerS(room.slots) : 0
  const gives_up_per_s = 1 / room.patience_s
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const blocked = last === 0 ? 0 : last / (free + total + last)
  const waits = total === 0 ? 0 : total / (free + total)
  const at_once = shareOf(free, total)
  const of = overThoseWaiting({ weights, total, full_per_s, gives_up_per_s, endless: false })
  return {
    stable: true,
    blocked,
    waits,
    at_once,
    answered: at_once + waits * of.answered,
    gives_up: waits * of.gives_up,
    answered_wait_s: waits * of.answered_wait_s,
    given_up_wait_s: waits * of.given_up_wait_s,
    mean_waiting: room.arrivals_per_s * (1 - blocked) * waits * (of.answered_wait_s + of.given_up_wait_s),
    ahead: { weights, total, full_per_s, gives_up_per_s, endless: false },
  }
}

// Time with a free slot in units of the time with exactly `slots` there: 1/B − 1, by 1/B(n) = 1 + d(n) / λ / B(n − 1). Infinity where it overflows.
function timesFree({ arrivals_per_s, slots, endsPerS }: Room): number {
  let inverse = 1
  let free = 0
  for (let n = 1; n <= slots; n++) {
    free = (inverse * endsPerS(n)) / arrivals_per_s
    inverse = 1 + free
  }
  return free
}

// The weights of 0, 1, 2 … waiting, as arrivals that are let in find them; `first` is that of none waiting, `last` that of a full house (0: no bound).
function weightsAbove({ arrivals_per_s, slots, patience_s, places }: Room, full_per_s: number) {
  const most = places === undefined ? Number.POSITIVE_INFINITY : places - slots
  const weights: number[] = []
  const likeliest = (arrivals_per_s - full_per_s) * patience_s
  if (Math.min(likeliest, most) > MOST_WAITING) throw new RangeError(`more than ${MOST_WAITING} would be waiting`)
  let [first, weight, sum] = [1, 1, 0]
  let [before, since] = [0, 0] // where the last two rescalings began
  for (let k = 0; k < most; k++) {
    weights.push(weight)
    sum += weight
    const ratio = arrivals_per_s / (full_per_s + (k + 1) / patience_s)
    weight *= ratio
    if (weight > GREAT) {
      weights.fill(0, before, since) // a GREAT below those a GREAT below
      for (let i = since; i <= k; i++) weights[i]! /= GREAT
      ;[before, since] = [since, k + 1]
      first /= GREAT
      sum /= GREAT
      weight /= GREAT
    }
    const rest = ratio < 1 ? weight / (1 - ratio) : Number.POSITIVE_INFINITY
    if (rest < sum * (places === undefined ? 1e-20 : 1e-290)) return { weights, first, last: 0 }
    if (k >= MOST_WAITING) throw new RangeError(`more than ${MOST_WAITING} would be waiting`)
  }
  return { weights, first, last: weight }
}

/**
 * Of those who wait: how many are answered, how many give up, and how long they waited for it. Whoever finds k ahead is answered after k + 1 departures at
 * the rates D + iq (i = 0 … k; q: giving up): with patience e^(−qt) that is a share D / (D + (k + 1) q), after a mean of Σ 1 / (D + iq), i = 1 … k + 1.
 */
function overThoseWaiting({ weights, total, full_per_s: D, gives_up_per_s: q }: Ahead) {
  let [answered, gives_up, answered_wait_s, given_up_wait_s] = [0, 0, 0, 0]
  let [steps, weighed] = [0, 0]
  for (const [k, weight] of weights.entries()) {
    const leaving = D + (k + 1) * q
    if (leaving === 0) continue
    steps += 1 / leaving
    weighed += (k + 1) / leaving
    answered += (weight * D) / leaving
    gives_up += (weight * (k + 1) * q) / leaving
    answered_wait_s += (weight * D * steps) / leaving
    given_up_wait_s += (weight * q * weighed) / leaving
  }
  const over = total === 0 ? 1 : total
  return {
    answered: answered / over,
    gives_up: gives_up / over,
    answered_wait_s: answered_wait_s / over,
    given_up_wait_s: given_up_wait_s / over,
  }
}

const shareOf = (part: number, rest: number): number =>
  part === Number.POSITIVE_INFINITY ? 1 : part === 0 ? 0 : part / (part + rest)

// The limit of fewer and fewer: whoever comes finds everybody free; where nobody serves they wait out their patience, or for ever.
function nobodyComes({ slots, patience_s, places }: Room, full_per_s: number): Waiting {
  const served = slots > 0
  const ends = patience_s < Number.POSITIVE_INFINITY
  return {
    stable: served || ends || places === 0,
    blocked: places === 0 ? 1 : 0,
    waits: served ? 0 : 1,
    at_once: served ? 1 : 0,
    answered: served ? 1 : 0,
    gives_up: served || !ends ? 0 : 1,
    answered_wait_s: 0,
    given_up_wait_s: served || !ends ? 0 : patience_s,
    mean_waiting: 0,
    ahead: { weights: served ? [] : [1], total: 1, full_per_s, gives_up_per_s: 1 / patience_s, endless: false },
  }
}

// Nobody serves and nobody leaves: the places are taken once and for all.
function allTurnedAway(): Waiting {
  const ahead = { weights: [], total: 1, full_per_s: 0, gives_up_per_s: 0, endless: false }
  return { stable: true, blocked: 1, waits: 0, at_once: 0, answered: 0, gives_up: 0, answered_wait_s: 0, given_up_wait_s: 0, mean_waiting: 0, ahead } // prettier-ignore
}

function withoutEnd(full_per_s: number): Waiting {
  const ahead = { weights: [], total: 1, full_per_s, gives_up_per_s: 0, endless: true }
  const INFINITY = Number.POSITIVE_INFINITY
  return {
    stable: false, blocked: 0, waits: 1, at_once: 0, answered: 1, gives_up: 0, answered_wait_s: INFINITY, given_up_wait_s: 0, mean_waiting: INFINITY, ahead,
  } // prettier-ignore
}

const GREAT = 1e100
