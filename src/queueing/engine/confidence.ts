// How sure a figure is. Every figure of a rehearsal is the mean of replications that do not depend on each other, and is
// shown with the interval that holds the truth in `confidence` (0.95) of all rehearsals made this way.
import { betaShare, gammaShare } from './gamma.ts'

/** A figure with its interval, in the unit of what was counted. `low` and `high` are null while n < 2: nothing is known of the spread. */
export type Sure = { mean: number; low: number | null; high: number | null; n: number }

/**
 * Student's interval of a mean: mean ± t(n − 1) · s / √n. `values`: one a replication, same unit; not a number is left out.
 * An empty list has no mean (NaN). Source: Student, "The probable error of a mean" (1908).
 */
export function studentInterval(values: readonly number[], confidence = 0.95): Sure {
  const known = values.filter(Number.isFinite)
  const { mean, variance, n } = spread(known)
  if (n < 2) return { mean, low: null, high: null, n }
  const half = studentQuantile(0.5 + confidence / 2, n - 1) * Math.sqrt(variance / n)
  return { mean, low: mean - half, high: mean + half, n }
}

/**
 * Interval of the mean difference `tomorrow − today`, pair by pair: with common random numbers the two of a pair are alike, and
 * what they share falls out. Both lists in the same order and of the same length (RangeError otherwise); a pair with a number missing is left out.
 * Source: Law & Kelton, "Simulation modeling and analysis", paired-t confidence interval.
 */
export function pairedInterval(today: readonly number[], tomorrow: readonly number[], confidence = 0.95): Sure {
  if (today.length !== tomorrow.length)
    throw new RangeError(`${today.length} replications of today, ${tomorrow.length} of tomorrow`)
  return studentInterval(
    tomorrow.map((value, i) => value - (today[i] ?? Number.NaN)),
    confidence,
  )
}

/**
 * Interval of a share, `counted` of `of` (0 ≤ counted ≤ of): never below 0 nor above 1, and honest when few were counted.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 */
export function wilsonInterval(counted: number, of: number, confidence = 0.95): Sure {
  if (of <= 0) return { mean: Number.NaN, low: null, high: null, n: 0 }
  const z = normalQuantile(0.5 + confidence / 2)
  const share = counted / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { mean: share, low: counted === 0 ? 0 : middle - half, high: counted === of ? 1 : middle + half, n: of }
}

/**
 * Interval of the mean of one long run, whose values hang together (one wait makes the next): the run is cut into `batches` equal
 * pieces (the rest at its beginning is left out, where the run warms up) and the means of the pieces are taken for independent.
 * Fewer values than batches: no interval. Source: Schmeiser, "Batch size effects in the analysis of simulation output" (1982): 10 to 30 batches.
 */
export function batchMeans(values: ArrayLike<number>, { batches = 20, confidence = 0.95 } = {}): Sure {
  const size = Math.floor(values.length / batches)
  if (size < 1) return { ...studentInterval(Array.from(values), confidence), low: null, high: null }
  const first = values.length - size * batches
  const means = Array.from({ length: batches }, (_, batch) => meanOf(values, first + batch * size, size))
  return studentInterval(means, confidence)
}

/**
 * The value that a Student t with `degrees` > 0 degrees of freedom stays below with `probability` (0…1), to 1e-9.
 * Source: its distribution function is I_x(degrees / 2, 1/2) / 2 (DLMF 8.17), turned round by bisection; above a million degrees the
 * normal with the first term of Cornish and Fisher (Abramowitz & Stegun 26.7.5), whose next term is below 1e-11 there.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (degrees <= 1e6) return turnedRound(probability, (t) => studentShare(t, degrees))
  const z = normalQuantile(probability)
  return z + (z * z * z + z) / (4 * degrees)
}

/** The value that a standard normal stays below with `probability` (0…1), to 1e-12. */
export const normalQuantile = (probability: number) => turnedRound(probability, normalShare)

// Both distributions are alike on either side of 0, so only the upper half is searched.
function turnedRound(probability: number, share: (value: number) => number): number {
  if (probability === 0.5) return 0
  if (probability < 0.5) return -turnedRound(1 - probability, share)
  if (!(probability < 1)) return probability === 1 ? Number.POSITIVE_INFINITY : Number.NaN
  let low = 0
  let high = 1
  while (share(high) < probability) high *= 2
  for (let i = 0; i < 200 && high - low > high * 1e-14; i++) {
    const middle = (low + high) / 2
    if (share(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a Student t with `degrees` degrees of freedom is at most t. */
export function studentShare(t: number, degrees: number): number {
  const tail = 0.5 * betaShare(degrees / (degrees + t * t), degrees / 2, 0.5)
  return t < 0 ? tail : 1 - tail
}

/** The probability that a standard normal is at most z: half of P(1/2, z² / 2) away from the middle (DLMF 7.11.1). */
export const normalShare = (z: number) => 0.5 + Math.sign(z) * 0.5 * gammaShare(0.5, (z * z) / 2)

/** Mean, and variance with n − 1 below it (0 for one value). Source: Welford (1962), which loses no digits to large means. */
export function spread(values: readonly number[]): { mean: number; variance: number; n: number } {
  let mean = 0
  let squares = 0
  let n = 0
  for (const value of values) {
    n += 1
    const off = value - mean
    mean += off / n
    squares += off * (value - mean)
  }
  return { mean: n === 0 ? Number.NaN : mean, variance: n < 2 ? 0 : squares / (n - 1), n }
}

function meanOf(values: ArrayLike<number>, from: number, count: number): number {
  let sum = 0
  for (let i = from; i < from + count; i++) sum += values[i] ?? 0
  return sum / count
}
