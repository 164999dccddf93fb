// How far what came strays from what was told: a whole day from its level, and an interval from its day. Pure.
import { knownOf } from './past.ts'
import { sumWhereKnown, type Scored } from './race.ts'
import type { Trial } from './prepare.ts'

/**
 * Squared coefficients of variation: of a day's level by lead time (index 0: one day ahead; never falling), and of an interval once its day's level is
 * known. The variance of a count of mean μ told d days ahead is then μ + (day[d−1] + within) μ²; of a day's total T, T + day[d−1] T².
 * `dispersion` is the variance of an interval ÷ its mean once the level is known.
 */
export type Spreads = { day: readonly number[]; within: number; dispersion: number }

/** What is believed before anything is seen: days stray by 12 %, intervals by 5 % beyond chance; each counts as so many days seen. */
const FIRST = { day: 0.12 ** 2, within: 0.05 ** 2, days: 2 }
const LEAST_DAY = 0.01 ** 2
const MOST = 4

/** From what the chosen method told in its trials. Method of moments; leads share what they know, and a later one is never surer than one before. */
export function spreadsOf(trials: readonly Trial[], scored: Pick<Scored, 'trials'> | null, leads: number): Spreads {
  const days: { lead: number; told: number; came: number }[] = []
  let [over, squared, expected] = [0, 0, 0]
  trials.forEach((trial, t) => {
    trial.came.forEach((came, d) => {
      const told = scored?.trials[t]?.[d]
      const { total } = knownOf(came)
      const sum = told ? sumWhereKnown(told, came) : 0
      if (!told || sum <= 0) return
      days.push({ lead: d + 1, told: sum, came: total })
      const factor = total / sum
      came.forEach((count, s) => {
        const mean = factor * (told[s] ?? 0)
        if (Number.isNaN(count) || mean <= 0) return
        over += (count - mean) ** 2
        squared += mean ** 2
        expected += mean
      })
    })
  })
  const typical = days.reduce((sum, { told }) => sum + told ** 2, 0) / Math.max(1, days.length)
  const of = (list: typeof days) => ({
    excess: list.reduce((sum, { told, came }) => sum + (came - told) ** 2 - told, 0),
    square: list.reduce((sum, { told }) => sum + told ** 2, 0),
  })
  const pooled = of(days)
  const prior = FIRST.days * typical
  const all = typical > 0 ? bounded((pooled.excess + FIRST.day * prior) / (pooled.square + prior)) : FIRST.day
  const day: number[] = []
  for (let lead = 1; lead <= leads; lead++) {
    const own = of(days.filter((each) => each.lead === lead))
    const value = typical > 0 ? bounded((own.excess + all * 4 * typical) / (own.square + 4 * typical)) : all
    day.push(Math.max(value, day.at(-1) ?? 0))
  }
  const within = squared > 0 ? Math.min(MOST, Math.max(0, (over - expected) / squared)) : FIRST.within
  return { day, within, dispersion: expected > 0 ? Math.min(1e6, Math.max(0.5, over / expected)) : 1 }
}

const bounded = (square: number): number => Math.min(MOST, Math.max(LEAST_DAY, square))
