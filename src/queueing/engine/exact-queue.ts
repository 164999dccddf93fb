// The same queue the slow way: every state of the chain, one after the other, in whole numbers of 192 bits with an exponent of two. Nothing of it is in
// the formulas; it is what tests and bench hold them against where no other program is there to ask.

/** A number m · 2^e, m of at most 192 bits: some 57 digits, of any size. */
export type Big = { m: bigint; e: number }
const BITS = 192n
const FULL = 1n << (BITS - 1n)

function tidy(m: bigint, e: number): Big {
  if (m === 0n) return { m: 0n, e: 0 }
  const over = m.toString(16).length * 4 - Number(BITS)
  return over > 0 ? { m: m >> BigInt(over), e: e + over } : { m: m << BigInt(-over), e: e + over }
}
const ZERO: Big = { m: 0n, e: 0 }

/** Of a double, without loss. */
export function bigOf(value: number): Big {
  let [rest, e] = [value, 0]
  while (!Number.isInteger(rest)) [rest, e] = [rest * 2, e - 1]
  return tidy(BigInt(rest), e)
}
export const times = (a: Big, b: Big): Big => tidy(a.m * b.m, a.e + b.e)
export const over = (a: Big, b: Big): Big => tidy((a.m << BITS) / b.m, a.e - b.e - Number(BITS))
function plus(a: Big, b: Big): Big {
  if (a.m === 0n) return b
  if (b.m === 0n) return a
  const [high, low] = a.e >= b.e ? [a, b] : [b, a]
  const apart = high.e - low.e
  return apart > 400 ? high : tidy((high.m << BigInt(apart)) + low.m, low.e)
}
export function numberOf({ m, e }: Big): number {
  if (m === 0n) return 0
  const lost = Math.max(0, m.toString(2).length - 60)
  const [small, shift] = [Number(m >> BigInt(lost)), e + lost]
  return shift < -1_000 ? small * 2 ** -1_000 * 2 ** (shift + 1_000) : small * 2 ** shift
}
const isBelow = (a: Big, b: Big): boolean =>
  a.m === 0n ||
  a.e + 400 < b.e ||
  (a.e <= b.e + 400 && (a.e < b.e ? a.m < b.m << BigInt(b.e - a.e) : a.m << BigInt(a.e - b.e) < b.m))

export type ExactQueue = { servers: number; arrivals_per_s: number; service_s: number; patience_s: number; places?: number } // patience Infinity: never
export type Exact = {
  waits: number
  blocked: number
  gives_up: number
  occupancy: number
  mean_wait_s: number
  mean_waiting: number
} // waits, gives_up, mean_wait_s: of those let in

/** The steady state, summed over all states; where there is no bound, until the rest weighs less than 1e-30 of those waiting. */
export function exactQueue({
  servers,
  arrivals_per_s,
  service_s,
  patience_s,
  places = Number.POSITIVE_INFINITY,
}: ExactQueue): Exact {
  const bounded = Number.isFinite(places)
  const arrivals = bigOf(arrivals_per_s)
  const serves = over(bigOf(1), bigOf(service_s))
  const leaves = Number.isFinite(patience_s) ? over(bigOf(1), bigOf(patience_s)) : ZERO
  let weight: Big = { m: FULL, e: -Number(BITS) + 1 } // 1
  let [all, wait, busy, waiting, last] = [ZERO, ZERO, ZERO, ZERO, ZERO]
  for (let n = 0; n <= places; n++) {
    all = plus(all, weight)
    busy = plus(busy, times(weight, bigOf(Math.min(n, servers))))
    if (n > servers) waiting = plus(waiting, times(weight, bigOf(n - servers)))
    if (n >= servers && n < places) wait = plus(wait, weight)
    if (n === places) last = weight
    const down = plus(times(serves, bigOf(Math.min(n + 1, servers))), times(leaves, bigOf(Math.max(0, n + 1 - servers))))
    const next = over(times(weight, arrivals), down)
    if (bounded ? next.m === 0n : n > servers && isBelow(next, weight) && isBelow(times(next, bigOf(1e30)), waiting)) break
    weight = next
  }
  const let_in = plus(all, { m: -last.m, e: last.e })
  const of = (part: Big, whole: Big): number => (whole.m === 0n ? 0 : numberOf(over(part, whole)))
  const let_in_per_s = times(over(let_in, all), arrivals)
  return {
    waits: of(wait, let_in),
    blocked: of(last, all),
    gives_up: of(over(times(waiting, leaves), all), let_in_per_s),
    occupancy: of(busy, times(all, bigOf(servers))),
    mean_wait_s: of(over(waiting, all), let_in_per_s),
    mean_waiting: of(waiting, all),
  }
}
