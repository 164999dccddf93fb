// The day by intervals, for rooms above that follow it: how what came in each of them came out, by the same outcomes as the floor's own figures.
import { allow } from '#access'
import type { Work } from '#base/work'
import { aimsOf } from '../rules/aims.ts'
import { countBy, type Tally } from '../rules/service-level.ts'
import { queuesOf, rulesNow } from './rules-now.ts'
import { countIntervals } from './store.ts'

export type QuarterOfQueue = { queue: string; at: number; kept: number; of: number } // at: place of the interval, from 0
type Asked = { from: Temporal.Instant; interval_s: number }

/** @param from the beginning of the first interval: at most a day ago. Intervals in which nothing came are left out */
export async function countedByInterval(work: Work, { from, interval_s }: Asked): Promise<QuarterOfQueue[]> {
  allow(work, 'routing.read')
  const rules = await rulesNow(work)
  if (!rules) return []
  const formulas = new Map(queuesOf(rules).map(({ queue }) => [queue.key, queue.aim.formula]))
  const rows = await countIntervals(work, aimsOf(rules.current.document, rules.tried?.document), { from, interval_s })
  return rows.flatMap(({ queue, at, ...tally }: { queue: string; at: number } & Tally) => {
    const formula = formulas.get(queue)
    return formula ? [{ queue, at, ...countBy(formula, tally) }] : []
  })
}
