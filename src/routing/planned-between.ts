// For rooms above that hold their plan against ours: all breaks of a time, and which of them came from a plan.
import type { Work } from '#base/work'
import { breaksBetween, type PlannedRow } from './store/planned-breaks.ts'

export const plannedBreaks = (work: Work, span: { from: Temporal.Instant; to: Temporal.Instant }): Promise<PlannedRow[]> =>
  breaksBetween(work, span)
