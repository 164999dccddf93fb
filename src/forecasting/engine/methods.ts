// Which methods race, and from how much of a past. Pure.
import type { Ask, MethodId } from '../contract/ask.ts'
import { levelProfile, regression } from './level-and-shape.ts'
import type { Method } from './past.ts'
import { lastWeek, meanOfWeeks, medianOfWeeks, plainMean } from './simple.ts'
import { tsb } from './tsb.ts'
import { isSimple } from './choose.ts'

export type Racer = { id: MethodId; method: Method; least_days: number }

/** The methods that run here, the simple ones first: of equals the first wins. */
export function racersOf({ methods, mean_weeks }: Pick<Ask, 'methods' | 'mean_weeks'>): Racer[] {
  const all: Racer[] = [
    { id: 'mean_weeks', method: meanOfWeeks(mean_weeks), least_days: 1 },
    { id: 'median_weeks', method: medianOfWeeks(mean_weeks), least_days: 1 },
    { id: 'last_week', method: lastWeek, least_days: 1 },
    { id: 'plain_mean', method: plainMean, least_days: 1 },
    { id: 'tsb', method: tsb, least_days: 7 },
    { id: 'level_profile', method: levelProfile, least_days: 8 },
    { id: 'regression', method: regression, least_days: 21 },
  ]
  return all.filter(({ id }) => isSimple(id) || methods === undefined || methods.includes(id))
}
