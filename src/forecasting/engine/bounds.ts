// Bounds between which counts will lie, set right by how often they were kept in the past. Pure.
import type { SeriesAnswer } from '../contract/answer.ts'
import { quantileOf, shareBelow, type CountLaw } from './count-law.ts'
import { knownOf } from './past.ts'
import type { Trial } from './prepare.ts'
import { sumWhereKnown, type Scored } from './race.ts'
import { spreadsOf, type Spreads } from './spread.ts'

/** Where in the law a share really lies: learnt from where past counts lay. */
type Mend = (share: number) => number
export type Bounds = {
  spreads: Spreads
  interval: (mean: number, lead: number, share: number) => number // quantile of an interval
  day: (mean: number, lead: number, share: number) => number // and of a whole day
}

/** So many days seen before half of what they say of the bounds is believed: within a day intervals stray together. */
const HALF_BELIEVED_DAYS = 10

/** @param leads days ahead that are asked for */
export function boundsOf(trials: readonly Trial[], scored: Pick<Scored, 'trials'> | null, leads: number): Bounds {
  const spreads = spreadsOf(trials, scored, leads)
  const places = scored ? placesOf(trials, scored, spreads) : { intervals: [], days: [] }
  const [mendInterval, mendDay] = [mended(places.intervals, places.days.length), mended(places.days, places.days.length)]
  return {
    spreads,
    interval: (mean, lead, share) => quantileOf(intervalLaw(mean, lead, spreads), mendInterval(share)),
    day: (mean, lead, share) => quantileOf(dayLaw(mean, lead, spreads), mendDay(share)),
  }
}

const dayVariance = ({ day }: Spreads, lead: number): number => day[Math.min(Math.max(lead, 1), day.length) - 1] ?? 0
const intervalLaw = (mean: number, lead: number, spreads: Spreads): CountLaw => ({
  mean,
  variance: mean + (dayVariance(spreads, lead) + spreads.within) * mean * mean,
})
const dayLaw = (mean: number, lead: number, spreads: Spreads): CountLaw => ({
  mean,
  variance: mean + dayVariance(spreads, lead) * mean * mean,
})

// Where each count of the trials lay in the law that was told for it: evenly spread over 0…1 if the law is right (Dawid 1984).
function placesOf(
  trials: readonly Trial[],
  scored: Pick<Scored, 'trials'>,
  spreads: Spreads,
): { intervals: number[]; days: number[] } {
  const intervals: number[] = []
  const days: number[] = []
  trials.forEach((trial, t) => {
    trial.came.forEach((came, d) => {
      const told = scored.trials[t]?.[d]
      const sum = told ? sumWhereKnown(told, came) : 0
      if (!told || sum <= 0) return
      days.push(shareBelow(dayLaw(sum, d + 1, spreads), knownOf(came).total))
      came.forEach((count, s) => {
        const mean = told[s] ?? 0
        if (!Number.isNaN(count) && mean > 0) intervals.push(shareBelow(intervalLaw(mean, d + 1, spreads), count))
      })
    })
  })
  return { intervals, days }
}

// The empirical quantile of the places, held back towards the share itself while few days were seen; never falls as the share grows.
function mended(places: readonly number[], days: number): Mend {
  const sorted = places.toSorted((a, b) => a - b)
  const belief = days / (days + HALF_BELIEVED_DAYS)
  return (share) => {
    if (sorted.length === 0) return share
    const at = share * (sorted.length - 1)
    const low = sorted[Math.floor(at)] ?? share
    const high = sorted[Math.ceil(at)] ?? share
    const found = low + (high - low) * (at - Math.floor(at))
    return Math.min(1 - 1e-6, Math.max(1e-6, belief * found + (1 - belief) * share))
  }
}

/** Counts are whole: of so few expected, more than a tenth lie at or below any p10. Where some intervals expect more, only these are counted. */
const ENOUGH_TO_COUNT = 5

/** How well bounds held: each trial's bounds are made from the other trials only. */
export function coverageOf(trials: readonly Trial[], scored: Scored, quantiles: readonly number[]): SeriesAnswer['coverage'] {
  const leads = Math.max(1, ...trials.map(({ came }) => came.length))
  const most = Math.max(0, ...scored.trials.flatMap((days) => days.map((day) => Math.max(...day))))
  const least = most >= ENOUGH_TO_COUNT ? ENOUGH_TO_COUNT : 0
  const sums = quantiles.map(() => ({ below: 0, intervals: 0, days_below: 0, days: 0, loss: 0, came: 0 }))
  trials.forEach((trial, t) => {
    const others = trials.filter((_, i) => i !== t)
    const bounds = boundsOf(others, others.length > 0 ? { trials: scored.trials.filter((_, i) => i !== t) } : null, leads)
    trial.came.forEach((came, d) => {
      const told = scored.trials[t]?.[d]
      if (!told || knownOf(came).slots === 0) return
      quantiles.forEach((share, q) => {
        const sum = sums[q]
        if (!sum) return
        sum.days += 1
        if (knownOf(came).total <= bounds.day(sumWhereKnown(told, came), d + 1, share)) sum.days_below += 1
        came.forEach((count, s) => {
          const mean = told[s] ?? 0
          if (Number.isNaN(count) || mean < least || (mean <= 0 && count === 0)) return
          const bound = bounds.interval(mean, d + 1, share)
          sum.intervals += 1
          sum.came += count
          if (count <= bound) sum.below += 1
          sum.loss += count >= bound ? share * (count - bound) : (1 - share) * (bound - count)
        })
      })
    })
  })
  return quantiles.map((quantile, q) => {
    const { below, intervals, days_below, days, loss, came } = sums[q] ?? {
      below: 0,
      intervals: 0,
      days_below: 0,
      days: 0,
      loss: 0,
      came: 0,
    }
    return {
      quantile,
      below: intervals > 0 ? below / intervals : null,
      below_of_days: days > 0 ? days_below / days : null,
      pinball: came > 0 ? loss / came : null,
    }
  })
}
