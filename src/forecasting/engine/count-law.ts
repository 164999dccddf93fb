// The law of a count around its mean: negative binomial where counts are small, a gamma law where they are large. Pure.
import { gammaShare, logGamma, normalQuantile } from '#queueing/engine'

/** From this mean on the steps between counts no longer matter. */
const LARGE = 40
const MOST_STEPS = 20_000

/** A count of a mean and a variance ≥ 0; a variance below the mean is taken as the mean (Poisson). */
export type CountLaw = { mean: number; variance: number }

/**
 * The count that is not exceeded with probability `share` (0 < share < 1): whole below a mean of 40, any number above. Mean 0 gives 0.
 * Sources: negative binomial as a gamma mixture of Poisson laws, Johnson, Kemp & Kotz, "Univariate Discrete Distributions" (2005), ch. 5;
 * Wilson & Hilferty, "The distribution of chi-square" (1931).
 */
export function quantileOf({ mean, variance }: CountLaw, share: number): number {
  if (!(mean > 0)) return 0
  const spread = Math.max(variance, mean)
  if (mean < LARGE) return steppedTo({ mean, variance: spread }, share)
  return gammaQuantile((mean * mean) / spread, share) * (spread / mean)
}

/** The value that a gamma law of shape > 0 and scale 1 does not exceed with probability `share`: Wilson & Hilferty (1931), halved to where they fail. */
export function gammaQuantile(shape: number, share: number): number {
  if (shape < 1) return gammaBelow(shape, share)
  const root = 1 - 1 / (9 * shape) + normalPoint(share) / (3 * Math.sqrt(shape))
  return root > 0 ? shape * root ** 3 : 0
}

/** The share of the law below `count`, half of what lies on it included. */
export function shareBelow({ mean, variance }: CountLaw, count: number): number {
  if (!(mean > 0)) return count > 0 ? 1 : 0.5
  const spread = Math.max(variance, mean)
  if (mean >= LARGE) return gammaShare((mean * mean) / spread, (count * mean) / spread)
  let share = 0
  const law = begun({ mean, variance: spread })
  let [mass, below] = [law.mass, 0]
  for (let at = 0; at < MOST_STEPS && below < NEARLY_ALL && at <= count; at++) {
    share += at < count ? mass : mass / 2
    below += mass
    mass *= law.poisson ? mean / (at + 1) : ((at + law.size) / (at + 1)) * law.more
  }
  return Math.min(1, share)
}

const points = new Map<number, number>() // the same few shares are asked for again and again
const MOST_POINTS = 2_000

function normalPoint(share: number): number {
  const known = points.get(share)
  if (known !== undefined) return known
  if (points.size >= MOST_POINTS) points.clear()
  const point = normalQuantile(share)
  points.set(share, point)
  return point
}

function steppedTo(counts: CountLaw, share: number): number {
  const law = begun(counts)
  let [mass, below, last] = [law.mass, 0, 0]
  for (let at = 0; at < MOST_STEPS && below < NEARLY_ALL; at++) {
    below += mass
    last = at
    if (below >= share) break
    mass *= law.poisson ? counts.mean / (at + 1) : ((at + law.size) / (at + 1)) * law.more
  }
  return last
}

const NEARLY_ALL = 1 - 1e-12

// The mass at 0 and what the next ones follow from it by. Walked by hundreds of thousands of intervals: nothing is made on the way.
function begun({ mean, variance }: CountLaw): { poisson: boolean; size: number; more: number; mass: number } {
  const poisson = variance <= mean * (1 + 1e-9)
  const size = poisson ? 0 : (mean * mean) / (variance - mean)
  const more = poisson ? 0 : (variance - mean) / variance
  return { poisson, size, more, mass: poisson ? Math.exp(-mean) : Math.exp(size * Math.log1p(-more)) }
}

// A gamma law of a small shape: halving, between bounds that hold it.
function gammaBelow(shape: number, share: number): number {
  let [low, high] = [0, shape + 50]
  if (!Number.isFinite(logGamma(shape))) return 0
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (gammaShare(shape, middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
