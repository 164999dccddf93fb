// The moment a submission becomes ours: its files, the answers as they came, a receipt, and the job that files it should nobody else get to it,
// in one commit.
import { createReadStream } from 'node:fs'
import { keepFile, keepStream } from '#base/files'
import { newId } from '#base/id'
import { later } from '#base/jobs'
import type { Work } from '#base/work'
import { formReceived, type FormLanguage, type ReceiptId } from '../contract.ts'
import { insertReceipt } from '../email/store/receipt.ts'
import { fileLater } from './file-submission.ts'
import { writeRaw, type KeptPart } from './raw.ts'
import type { Judgement } from './rules/spam.ts'
import type { FormRow } from './store/form.ts'
import { insertSubmission } from './store/submission.ts'

export type Spooled = { field: string; name: string; type: string; size: number; sha256: string; path: string }
export type Keeping = {
  form: FormRow
  version: number
  language: FormLanguage
  answers: Record<string, string[]>
  files: readonly Spooled[]
  from: string // the address claimed, empty when none is
  address: string // of the network it came from
  hashes: { stamp: Buffer; said: Buffer; text: Buffer | null }
  judgement: Judgement
}
export class SentBefore extends Error {}

const FILED_BY_THEN_SECONDS = 20

export async function keepSubmission(work: Work, k: Keeping): Promise<ReceiptId> {
  const receipt = newId<'receipt'>(work.now)
  const files: KeptPart[] = []
  for (const { field, name, type, size, sha256, path } of k.files) {
    const kept = await keepStream(work, { pieces: createReadStream(path), size, sha256 })
    files.push({ field, name, type, size, file: kept.id })
  }
  const raw = writeRaw({ form: k.form.id, version: k.version, language: k.language, answers: k.answers, files })
  const { id: file } = await keepFile(work, raw)
  await insertReceipt(work, {
    id: receipt, door: 'form', entry_point: k.form.entry_point_id, file, size: raw.length + files.reduce((sum, each) => sum + each.size, 0),
    envelope: { remote: k.address, ...(k.from === '' ? {} : { from: k.from }), to: [], more: 0, protocol: 'FORM' },
  }) // prettier-ignore
  const written = await insertSubmission(work, {
    stamp: k.hashes.stamp, form: k.form.id, version: k.version, receipt, said: k.hashes.said, text: k.hashes.text, score: k.judgement.score,
    reasons: k.judgement.reasons, is_spam: k.judgement.suspected,
  }) // prettier-ignore
  if (written === 0) throw new SentBefore() // a double click: the other one's commit is what counts, and this one is undone
  await later(work, fileLater, { payload: { receipt }, id: receipt, at: work.now.add({ seconds: FILED_BY_THEN_SECONDS }) })
  work.publish(formReceived, { form_id: k.form.id, receipt_id: receipt, entry_point: k.form.entry_point_id })
  return receipt
}
