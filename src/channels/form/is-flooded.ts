// A form that takes in far more than people write thanks nobody: it would be mailing addresses that somebody else typed.
import type { Work } from '#base/work'
import type { ReceiptId } from '../contract.ts'
import { countWithin, findByReceipt } from './store/submission.ts'

const MOST_AN_HOUR = 120

export async function isFlooded(work: Work, receipt: ReceiptId): Promise<boolean> {
  const submission = await findByReceipt(work, receipt)
  if (!submission) return true // of no form of ours
  const { n } = await countWithin(work, submission.form_id, { hours: 1, most: MOST_AN_HOUR + 1 })
  return n > MOST_AN_HOUR
}
