// Whether a heavy method has a chance: it is not asked to tell what comes by ones and twos, nor any further once the simple ones were better. Pure.
import { isSimple, judgedBy, lossOf } from './choose.ts'
import { daysTold, type HeavyTask, type HeavyTold } from './heavy.ts'
import type { Prepared } from './prepare.ts'
import { finished, scored, type Scored } from './race.ts'
import type { RacedHere } from './tell-series.ts'

/** The moments of the past it is tried from first, the latest. */
export const TRIED_FIRST = 3
/** Decomposed, less than so many an interval are chance alone. */
const FEWEST = 1

export function hasChance(tasks: readonly (HeavyTask | null)[]): boolean {
  const values = tasks.at(-1)?.values ?? new Float64Array(0)
  return values.reduce((sum, value) => sum + value, 0) >= FEWEST * values.length
}

/** Of the trials it was tried on first, whether a simple method told them better; false where too few are left to save anything. */
export function lagsBehind({ trials, laid }: Prepared, { racers }: RacedHere, told: readonly (HeavyTold | null)[]): boolean {
  if (trials.length <= TRIED_FIRST) return false
  const tried = trials.slice(0, TRIED_FIRST)
  const days = tried.flatMap((stage, t) => {
    const answer = told[t]
    return answer && 'told' in answer ? [finished(daysTold(stage, answer.told), stage, laid.open)] : []
  })
  if (days.length < tried.length) return false
  const own = scored({ method: 'mstl_ets', trials: days, final: [] }, tried)
  const by = judgedBy(own.all)
  const simple = racers.filter(({ method }) => isSimple(method)).map((one): Scored => scored({ ...one, trials: one.trials.slice(0, TRIED_FIRST) }, tried))
  return simple.some((one) => lossOf(one, by) <= lossOf(own, by))
} // prettier-ignore
