// For health: dates whose moment went by more than an hour ago and of which nobody was told.
import type { Work } from '#base/work'
import { countMissed } from './store/remind.ts'

export async function missedDates(work: Work): Promise<string[]> {
  const { n } = await countMissed(work, work.now.subtract({ hours: 1 }))
  return n > 0 ? [`${n} dates of fields went by without a word`] : []
}
