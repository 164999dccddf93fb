// Series that chance made, for tests and the bench: the same number gives the same series. Pure.

/** Numbers of chance from 0 to 1, the same after the same seed. Source: Vigna & Steele's splitmix idea in 32 bits (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A count of a Poisson law: by multiplication where the mean is small, by a rounded normal where it is large. */
export function poisson(mean: number, draw: () => number): number {
  if (mean > 60) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean)))
  }
  const least = Math.exp(-mean)
  let count = 0
  for (let product = draw(); product > least; product *= draw()) count += 1
  return count
}
