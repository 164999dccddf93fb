// How long a queue has how many contacts in it, for any queue whose next change depends on that number only.

/** Arrivals per second, and ends per second (served or given up), while `n` contacts are there. */
export type Rates = { up: (n: number) => number; down: (n: number) => number }

/**
 * The share of time with 0, 1, 2 … contacts there: a list that sums to 1. It ends at `most` (places), or where what follows weighs less
 * than 1e-14 of the likeliest number. RangeError when that is not reached within a million contacts: such a queue never settles.
 * Balance: p(n) · up(n) = p(n + 1) · down(n + 1). Each weight is kept in relation to the greatest met, so thousands of servers do not overflow.
 */
export function timeAt({ up, down }: Rates, most = Number.POSITIVE_INFINITY): number[] {
  const weights = [1]
  let sum = 1
  let [before, since] = [0, 0] // where the last two rescalings began
  for (let n = 1, weight = 1; n <= most; n++) {
    const ratio = up(n - 1) / down(n)
    weight *= ratio
    if (weight > GREAT) {
      weights.fill(0, before, since) // a GREAT below those a GREAT below
      for (let i = since; i < n; i++) weights[i]! /= GREAT
      ;[before, since] = [since, n]
      sum /= GREAT
      weight /= GREAT
    }
    weights.push(weight)
    sum += weight
    if (ratio < 1 && weight / (1 - ratio) < sum * 1e-15) break
    if (n > MOST_CONTACTS) throw new RangeError('a queue that never settles: more is offered than can be served')
  }
  return weights.map((weight) => weight / sum)
}

const GREAT = 1e100
const MOST_CONTACTS = 1_000_000
