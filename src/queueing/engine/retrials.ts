// Who is lost and tries again: the load that people make by coming back.

/**
 * Arrivals per second, first tries and later ones together, when each lost try is made again with probability `again` (0…1, below 1 unless
 * some always get through) after so long that the queue has forgotten it. `lostShare(arrivals_per_s)`: the share lost at a given rate,
 * for instance of Erlang A or Erlang B; it must not fall as arrivals grow.
 * Source: Cohen (1957), the limit of slow retrials: the retry stream is Poisson and r = first / (1 − again · lost(r)). For retrials within
 * seconds it flatters: they come back while it is still busy. Solved by bisection; RangeError when there is no end to it.
 */
export function withSlowRetrials(first_per_s: number, again: number, lostShare: (arrivals_per_s: number) => number): number {
  const excess = (rate: number) => rate * (1 - again * lostShare(rate)) - first_per_s
  let low = first_per_s
  let high = first_per_s
  for (let doubled = 0; excess(high) < 0; doubled++) {
    if (doubled > 60) throw new RangeError('people come back faster than they are served')
    high *= 2
  }
  for (let i = 0; i < 200 && high - low > high * 1e-13; i++) {
    const middle = (low + high) / 2
    if (excess(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
