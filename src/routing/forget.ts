// Why somebody was offered something is asked for as long as it may be contested: ninety days after it was over. What arrived, when it was taken and
// how it ended stays; figures are counted from it.
import type { Work } from '#base/work'
import { deleteOldReceipts } from './store/health.ts'

const KEPT_DAYS = 90

export const forgetOldReceipts = (work: Work, most: number): Promise<number> =>
  deleteOldReceipts(work, work.now.subtract({ hours: KEPT_DAYS * 24 }), most)
