// Laws of chance, made ready to be drawn from a few million times a second: each law becomes a code, two numbers and, where it needs them, tables.
// A draw is a function of one number between 0 and 1, and grows with it (gamma and Erlang excepted, which reject).
import { logGamma } from '#queueing/engine'
import { normalPoint } from './normal.ts'
import { firstOf, newWords, secondOf, stir } from './random.ts'

const FIXED = 0
const EXPONENTIAL = 1
const UNIFORM = 2
const GAMMA = 3
const LOGNORMAL = 4
const WEIBULL = 5
const HYPER = 6
const EMPIRICAL = 7
const SURVIVAL = 8

/** A law ready to be drawn. `a`, `b`: its numbers (see `draw`); `mean` in seconds, Infinity for never. */
export type Law = {
  readonly code: number
  readonly a: number
  readonly b: number
  readonly mean: number
  readonly levels: Float64Array // where a share of 0…1 falls, rising
  readonly values: Float64Array
}

const none = new Float64Array(0)
const law = (code: number, { a = 0, b = 0, mean, levels = none, values = none }: Partial<Law> & { mean: number }): Law => ({
  code,
  a,
  b,
  mean,
  levels,
  values,
})

/** Always `value` seconds; Infinity is never. */
export const fixedLaw = (value: number): Law => law(FIXED, { a: value, mean: value })
export const exponentialLaw = (mean: number): Law => law(EXPONENTIAL, { a: mean, mean })
export const uniformLaw = (from: number, to: number): Law => law(UNIFORM, { a: from, b: to - from, mean: (from + to) / 2 })
/** Gamma with shape k and scale θ seconds; an Erlang of k phases is one with a whole k. */
export const gammaLaw = (shape: number, scale: number): Law => law(GAMMA, { a: shape, b: scale, mean: shape * scale })
/** exp of a normal with mean mu and standard deviation sigma. */
export const lognormalLaw = (mu: number, sigma: number): Law =>
  law(LOGNORMAL, { a: mu, b: sigma, mean: Math.exp(mu + (sigma * sigma) / 2) })
export const weibullLaw = (shape: number, scale: number): Law =>
  law(WEIBULL, { a: 1 / shape, b: scale, mean: scale * Math.exp(logGamma(1 + 1 / shape)) })

/** Log-normal by mean and coefficient of variation. */
export function lognormalBy(mean: number, cv: number): Law {
  const variance = Math.log1p(cv * cv)
  return lognormalLaw(Math.log(mean) - variance / 2, Math.sqrt(variance))
}

/** Weibull by mean and coefficient of variation: the shape k for which Γ(1 + 2/k) / Γ(1 + 1/k)² = 1 + cv², by bisection in 1/k. */
export function weibullBy(mean: number, cv: number): Law {
  const wanted = Math.log1p(cv * cv)
  let low = 1e-6
  let high = 20
  for (let i = 0; i < 200; i++) {
    const inverse = (low + high) / 2
    if (logGamma(1 + 2 * inverse) - 2 * logGamma(1 + inverse) < wanted) low = inverse
    else high = inverse
  }
  return weibullLaw(1 / low, mean / Math.exp(logGamma(1 + low)))
}

/** A mixture of exponentials; weights of any sum. */
export function hyperLaw(branches: readonly { share: number; mean_s: number }[]): Law {
  const total = branches.reduce((sum, { share }) => sum + share, 0)
  const mean = branches.reduce((sum, { share, mean_s }) => sum + (share / total) * mean_s, 0)
  const levels = cumulated(branches.map(({ share }) => share / total))
  return law(HYPER, { mean, levels, values: Float64Array.from(branches, ({ mean_s }) => mean_s) })
}

/** Two exponentials with balanced means (each gives half of the mean). Source: Tijms, "A first course in stochastic models" (2003), appendix B. */
export function hyperBy(mean: number, cv: number): Law {
  const share = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2
  return cv <= 1
    ? exponentialLaw(mean)
    : hyperLaw([{ share, mean_s: mean / (2 * share) }, { share: 1 - share, mean_s: mean / (2 * (1 - share)) }]) // prettier-ignore
}

/** One of the values, by weight. Drawn in rising order of value, so that the same number draws the same rank. */
export function empiricalLaw(values: readonly number[], weights?: readonly number[]): Law {
  const order = values.map((value, i) => ({ value, weight: weights?.[i] ?? 1 })).toSorted((x, y) => x.value - y.value)
  const total = order.reduce((sum, { weight }) => sum + weight, 0)
  const mean = order.reduce((sum, { value, weight }) => sum + (weight / total) * value, 0)
  const levels = cumulated(order.map(({ weight }) => weight / total))
  return law(EMPIRICAL, { mean, levels, values: Float64Array.from(order, ({ value }) => value) })
}

/** A survival curve: after at_s[i] seconds a share surviving[i] is left. What the rest does is the tail. */
export function survivalLaw(at_s: readonly number[], surviving: readonly number[], tail: 'exponential' | 'never' | 'gone'): Law {
  const left = surviving.at(-1) ?? 1
  const last = at_s.at(-1) ?? 0
  const rate = tail === 'exponential' && left > 0 && left < 1 && last > 0 ? -Math.log(left) / last : 0
  const gone = Float64Array.from(surviving, (share) => 1 - share)
  let mean = 0
  for (let i = 0; i < at_s.length; i++) mean += (surviving[i - 1] ?? 1) * (at_s[i]! - (at_s[i - 1] ?? 0)) // within its length
  if (tail !== 'gone' && left > 0) mean = rate > 0 ? mean + left / rate : Number.POSITIVE_INFINITY
  return law(SURVIVAL, { a: tail === 'gone' ? -1 : rate, b: last, mean, levels: gone, values: Float64Array.from(at_s) })
}

/** Seconds (≥ 0, Infinity for never) drawn with u, strictly between 0 and 1. */
export function draw(law: Law, u: number): number {
  switch (law.code) {
    case FIXED:
      return law.a
    case EXPONENTIAL:
      return -Math.log(1 - u) * law.a
    case UNIFORM:
      return law.a + u * law.b
    case GAMMA:
      return gammaDraw(law.a, u) * law.b
    case LOGNORMAL:
      return Math.exp(law.a + law.b * normalPoint(u))
    case WEIBULL:
      return law.b * Math.pow(-Math.log(1 - u), law.a)
    case HYPER:
      return hyperDraw(law, u)
    case EMPIRICAL:
      return law.values[rankOf(law.levels, u)]! // a rank is one of theirs
    default:
      return survivalDraw(law, u)
  }
}

function hyperDraw({ levels, values }: Law, u: number): number {
  const branch = rankOf(levels, u)
  const from = branch === 0 ? 0 : levels[branch - 1]! // a rank is one of theirs
  const within = (u - from) / (levels[branch]! - from)
  return -Math.log(1 - Math.min(within, 1 - 1e-16)) * values[branch]!
}

function survivalDraw({ a: rate, b: last, levels, values }: Law, u: number): number {
  const gone = levels[levels.length - 1] ?? 0
  if (u < gone) return values[rankOf(levels, u)]! // a rank is one of theirs
  if (rate < 0) return last
  return rate === 0 ? Number.POSITIVE_INFINITY : last + Math.log((1 - gone) / (1 - u)) / rate
}

const words = newWords()

// Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000); below shape 1 by their boost. The numbers that
// rejection uses up are stirred from u itself, so that one u is still one value.
function gammaDraw(shape: number, u: number): number {
  const high = Math.floor(u * 4294967296)
  const low = Math.floor((u * 4294967296 - high) * 4294967296)
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (let round = 0; round < 1_000; round++) {
    stir(words, high, low, round, 0x67616d6d)
    const x = normalPoint(firstOf(words))
    const v = (1 + c * x) ** 3
    if (v <= 0 || Math.log(secondOf(words)) >= 0.5 * x * x + d - d * v + d * Math.log(v)) continue
    if (shape >= 1) return d * v
    stir(words, high, low, round, 0x626f6f73)
    return d * v * Math.pow(firstOf(words), 1 / shape)
  }
  return d // 1e-30 likely: a round is accepted 95 times of 100
}

function cumulated(shares: readonly number[]): Float64Array<ArrayBuffer> {
  let sum = 0
  const levels = Float64Array.from(shares, (share) => (sum += share))
  if (levels.length > 0) levels[levels.length - 1] = 1 // whatever rounding left
  return levels
}

// The first level above u.
function rankOf(levels: Float64Array, u: number): number {
  let low = 0
  let high = levels.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (levels[middle]! > u) high = middle // between low and high
    else low = middle + 1
  }
  return low
}
