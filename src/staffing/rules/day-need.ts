// What was reckoned of one group on one local day for those who wait, as it is kept. Values per interval of the day.
import type { DecidedBy, FiguresAt } from '../contract.ts'

export type DayNeed = {
  need: number[] // before the least number, and before work that can wait
  need_p90: number[]
  by_kind: number[][] | null // of a simulation: how many of each kind of person
  decided_by: number[] // place in `reasons`
  reasons: DecidedBy[]
  figures: FiguresAt | null // of a simulation; a formula's are reckoned when they are asked for
}
