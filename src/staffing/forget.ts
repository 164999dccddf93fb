// For housekeeping: needs of days long past are not asked for again, nor how they were reckoned.
import type { Work } from '#base/work'
import { deleteOldNeeds } from './store/need.ts'
import { deleteOldReckonings } from './store/reckoning.ts'

const NEEDS_DAYS = 365
const RECKONINGS_DAYS = 30

/** How many went; at most about `most`. */
export async function forgetOldNeeds(work: Work, most: number): Promise<number> {
  const days = work.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: NEEDS_DAYS })
  const needs = await deleteOldNeeds(work, days, most)
  return Math.max(needs, await deleteOldReckonings(work, work.now.subtract({ hours: 24 * RECKONINGS_DAYS }), most))
}
