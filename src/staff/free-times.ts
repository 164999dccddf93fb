// For rooms above that plan: in which part of every week people do not work, of those that hold within some days. By person.
import type { Work } from '#base/work'
import { freeTimesBetween, type FreeTimeRow } from './store/free-times.ts'

export const freeTimes = (work: Work, days: { from: Temporal.PlainDate; to: Temporal.PlainDate }): Promise<FreeTimeRow[]> =>
  freeTimesBetween(work, days)
