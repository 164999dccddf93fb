// What was reckoned of one group on one local day, as it is kept. Values per interval of the day.
import type { DecidedBy, Reached } from '../contract.ts'

export type DayNeed = {
  need: number[] // of those who wait, before the least number and before work that can wait
  need_p90: number[]
  decided_by: number[] // place in `reasons`
  reasons: DecidedBy[]
  reached: Reached[]
  one_less: (Reached | null)[]
  one_more: Reached[]
  at_p90: Reached[]
}
