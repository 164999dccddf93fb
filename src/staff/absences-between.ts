// For rooms above that plan: who is away within a time, approved absences only. At most a thousand, by beginning.
import type { Work } from '#base/work'
import { approvedBetween, type AwayRow } from './store/absences-between.ts'

export type Away = AwayRow
export const absencesBetween = (work: Work, span: { starts_at: Temporal.Instant; ends_at: Temporal.Instant }): Promise<Away[]> =>
  approvedBetween(work, span)
