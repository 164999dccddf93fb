// The forecast of a day, again, as the day goes. Pure.
import type { Spread } from '../contract/answer.ts'
import { gammaQuantile, quantileOf } from './count-law.ts'

/**
 * What is known within the day. `mean` is the forecast of each interval of the day (as many as it has: 92, 96 or 100 quarters of an hour are
 * alike). `arrived` is what came in its first intervals, one after the other (null: not known, it teaches nothing and counts as expected); it is never
 * longer than `mean`. `elapsed` (0…1, default 1) is how much of the last of them has passed: the interval that is running counts for that share.
 */
export type DayGoing = { mean: readonly number[]; arrived: readonly (number | null)[]; elapsed?: number; spread: Spread }

type Bounded = { mean: number; p10: number; p50: number; p90: number }
export type Followed = {
  /** The day's factor: how many times as many as forecast come today, and the bounds between which it lies in 8 days of 10. */
  factor: { mean: number; p10: number; p90: number }
  /** Interval by interval, the whole day: for what is past, what came; for what is to come, mean and bounds. As long as `mean` was. */
  intervals: readonly (Bounded & { past: boolean })[]
  /** What is still to come today, and the whole day when it is over. */
  rest: Bounded
  total: Bounded
  so_far: { arrived: number; expected: number }
}

/**
 * What came in a part of a day tells the level of the rest of it up to so much only (as a share), however many came: mornings have moods. Measured on a bank's
 * calls (docs/forecast-scores.md): with 0.05 the bounds hold at every hour and the error is the least; with 0 they are far too narrow.
 */
const MOOD = 0.05
const LEAST_CV = 0.01

/**
 * The day's factor has a gamma prior of mean 1 and coefficient of variation `day_cv` (how far days lay from their forecast in the backtest); what came
 * so far is Poisson around factor × forecast, counted for as much as its dispersion lets it: with Λ expected so far and N come,
 *   evidence E = 1 ÷ (dispersion ÷ Λ + MOOD²), shape a = 1/cv² + E·N/Λ, rate b = 1/cv² + E, factor ~ Gamma(a, b).
 * Nothing known yet, or nothing expected yet, leaves the forecast as it was. Never below 0, never NaN.
 * @throws RangeError for a forecast or counts below 0 or not finite, and for more intervals come than there are
 * Sources: Shen & Huang, "Interday forecasting and intraday updating of call center arrivals", M&SOM 10 (2008); Jongbloed & Koole, "Managing uncertainty
 * in call centres using Poisson mixtures" (2001), for the gamma–Poisson day.
 */
export function followDay({ mean, arrived, elapsed = 1, spread }: DayGoing): Followed {
  refuseNonsense({ mean, arrived, elapsed, spread })
  const running = arrived.length - 1
  const passed = (i: number) => (i < running ? 1 : i === running ? elapsed : 0)
  const so_far = { arrived: 0, expected: 0 }
  arrived.forEach((came, i) => {
    if (came === null) return
    so_far.arrived += came
    so_far.expected += (mean[i] ?? 0) * passed(i)
  })
  const factor = factorOf(so_far, spread)
  const known = arrived.reduce<number>((sum, came, i) => sum + (came ?? factor.mean * (mean[i] ?? 0) * passed(i)), 0)
  const left = mean.reduce((sum, count, i) => sum + count * (1 - passed(i)), 0)
  const rest = boundsOf(left, factor, spread)
  const intervals = mean.map((count, i) => {
    const came = arrived[i]
    if (i < running || (i === running && elapsed === 1)) return { ...exactly(came ?? factor.mean * count), past: true }
    const to_come = boundsOf(count * (1 - passed(i)), factor, spread)
    return { ...moved(to_come, i === running ? (came ?? factor.mean * count * elapsed) : 0), past: false }
  })
  return {
    factor: {
      mean: factor.mean,
      p10: gammaQuantile(factor.shape, 0.1) / factor.rate,
      p90: gammaQuantile(factor.shape, 0.9) / factor.rate,
    },
    intervals,
    rest,
    total: moved(rest, known),
    so_far,
  }
}

type Factor = { mean: number; shape: number; rate: number }

function factorOf({ arrived, expected }: Followed['so_far'], { day_cv, dispersion }: Spread): Factor {
  const prior = 1 / Math.max(day_cv, LEAST_CV) ** 2
  const evidence = expected > 0 ? 1 / (Math.max(dispersion, 1) / expected + MOOD ** 2) : 0
  const shape = prior + (expected > 0 ? (evidence * arrived) / expected : 0)
  const rate = prior + evidence
  return { mean: shape / rate, shape, rate }
}

function boundsOf(expected: number, { mean: factor, shape, rate }: Factor, { dispersion }: Spread): Bounded {
  const mean = factor * expected
  const variance = Math.max(dispersion, 1) * mean + (shape / rate ** 2) * expected ** 2
  const at = (share: number) => quantileOf({ mean, variance }, share)
  return { mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

const exactly = (count: number): Bounded => ({ mean: count, p10: count, p50: count, p90: count })
const moved = ({ mean, p10, p50, p90 }: Bounded, by: number): Bounded => ({
  mean: mean + by,
  p10: p10 + by,
  p50: p50 + by,
  p90: p90 + by,
})

function refuseNonsense({ mean, arrived, elapsed, spread }: Required<DayGoing>): void {
  if (arrived.length > mean.length) throw new RangeError(`${arrived.length} intervals have come of a day of ${mean.length}`)
  const bad = [...mean, ...arrived.filter((came) => came !== null), spread.day_cv, spread.dispersion].find(
    (value) => !(value >= 0 && value < 1e12),
  )
  if (bad !== undefined) throw new RangeError(`a count or a spread of ${bad}`)
  if (!(elapsed >= 0 && elapsed <= 1)) throw new RangeError(`a share of an interval of ${elapsed}`)
}
