// Who wins the race. Pure.
import { simpleMethods, type MethodId } from '../contract/ask.ts'
import type { RaceRow } from '../contract/answer.ts'
import { dateOf } from './day-grid.ts'
import { bias, wape, type Sums } from './errors.ts'
import type { Scored } from './race.ts'
import type { Trial } from './prepare.ts'

/** What the race is judged by: where few come per interval, the absolute error would crown whoever tells 0, and the deviance judges instead. */
export type JudgedBy = 'wape' | 'deviance'
const FEW_PER_INTERVAL = 3

export const judgedBy = ({ came, intervals }: Sums): JudgedBy =>
  came / Math.max(1, intervals) < FEW_PER_INTERVAL ? 'deviance' : 'wape'

/** Least is best. Per interval, so that trials of different lengths count by what they tried. */
export function lossOf(scored: Scored, by: JudgedBy, without: number | null = null): number {
  const sums = without === null ? [scored.all] : scored.by_trial.filter((_, t) => t !== without)
  const intervals = sums.reduce((sum, { intervals: n }) => sum + n, 0)
  const lost = sums.reduce((sum, { off, deviance }) => sum + (by === 'wape' ? off : deviance), 0)
  return intervals > 0 ? lost / intervals : 0
}

export const isSimple = (method: MethodId): boolean => simpleMethods.some((simple) => simple === method)

/** The best; of equals the first, so the simple ones first. */
export function best(scored: readonly Scored[], by: JudgedBy): Scored | null {
  return scored.reduce<Scored | null>((found, one) => (found && lossOf(found, by) <= lossOf(one, by) ? found : one), null)
}

/** The rows of the race, best first; then those that gave nothing. */
export function rowsOf(
  scored: readonly Scored[],
  { by, chosen, trials }: { by: JudgedBy; chosen: MethodId | null; trials: readonly Trial[] },
): RaceRow[] {
  const simple = Math.min(...scored.filter(({ method }) => isSimple(method)).map((one) => lossOf(one, by)))
  const asLastWeek = scored.find(({ method }) => method === 'last_week')?.all.off ?? 0
  return scored
    .toSorted((a, b) => lossOf(a, by) - lossOf(b, by))
    .map((one) => ({
      method: one.method,
      wape: wape(one.all),
      bias: bias(one.all),
      wape_day: wape(one.of_days),
      mase: asLastWeek > 0 ? one.all.off / asLastWeek : null,
      by_lead: [...one.by_lead].map(([days_ahead, { sums, days }]) => ({
        days_ahead,
        wape: wape(sums),
        bias: bias(sums),
        n: days,
      })),
      by_origin: one.by_trial.map((sums, t) => ({ from: dateOf(trials[t]?.end ?? 0), wape: wape(sums), bias: bias(sums) })),
      state: stateOf(one, { by, chosen, simple }),
      ...(one.made_of && { made_of: one.made_of }),
    }))
}

function stateOf(
  one: Scored,
  { by, chosen, simple }: { by: JudgedBy; chosen: MethodId | null; simple: number },
): RaceRow['state'] {
  if (one.method === chosen) return 'chosen'
  return !isSimple(one.method) && lossOf(one, by) >= simple ? 'loses_to_simple' : 'not_best'
}
