// Files what a form brought: a case, the answers as a list, the files beside them. Doing it again changes nothing.
import * as cases from '#cases'
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { log } from '#base/log'
import type { Work } from '#base/work'
import { isReachable, type Arrival, type Filed } from '#cases/contract'
import { mailInTray, type Definition, type FormId, type ReceiptId } from '../contract.ts'
import { putInTray, recordFiled } from '../email/store/receipt.ts'
import { form as channel } from './channel.ts'
import { readRaw, type Raw } from './raw.ts'
import { asText, claimedBy, listing, subjectOf } from './rules/listing.ts'
import { findVersion } from './store/form.ts'
import { findByReceipt, holdReceipt, type Held } from './store/submission.ts'

/** Undefined when it is filed already, or waits in the tray. */
export async function fileSubmission(work: Work, receipt: ReceiptId): Promise<Filed | undefined> {
  const held = await holdReceipt(work, receipt)
  const submission = await findByReceipt(work, receipt)
  if (!held?.file_id || !submission) return undefined
  const raw = await readRaw(work, held.file_id)
  const found = await findVersion(work, submission.form_id, submission.version)
  if (!found) throw new Error('a submission names a version that was never published') // a foreign key says it cannot be
  const filed = await cases.receive(work, arrivalOf({ held, raw, definition: found.definition, submission }))
  await recordFiled(work, [{ id: receipt, interaction: filed.interaction, again: filed.again }])
  return filed
}

type Facts = {
  held: Held
  raw: Raw
  definition: Definition
  submission: { form_id: FormId; is_spam: boolean; score: number; reasons: string[] }
}

// An address given in a form is a claim: who wrote gets a record of their own, and answers go where they asked for them.
function arrivalOf({ held, raw, definition, submission }: Facts): Arrival {
  const read = { definition, answers: raw.answers, language: raw.language }
  const claimed = claimedBy(definition, raw.answers)
  const name = claimed.name || claimed.email || claimed.phone
  const address = isReachable(claimed.email) ? claimed.email : ''
  const lines = listing(read)
  const text = asText(lines)
  return {
    source: `form:${held.id}`, channel: channel.name, traits: channel.traits, entry_point: held.entry_point_id, kind: submission.is_spam ? 'spam' : 'message',
    at: held.received_at, sent_at: null, from: { name, address }, identity: { kind: 'handle', value: `form:${held.id}` }, to: [], cc: [], more_recipients: 0,
    answer_to: address === '' ? [] : [{ name: claimed.name, address }], subject: subjectOf(read), reason: definition.reason_id, text, visible_text: text, html: null,
    language: raw.language, original_file: null, answers: null, trusted: true,
    attachments: raw.files.map((file) => ({ name: file.name, type: file.type, size: file.size, file: file.file, inline: false, content_id: null })),
    marks: {
      fields: lines,
      ...(name === '' ? {} : { said: claimed }),
      ...(submission.is_spam ? { suspected: { score: submission.score, reasons: submission.reasons } } : {}),
    },
    ...(address === '' ? {} : { invites: { addresses: [address], proven: false } }),
  } // prettier-ignore
}

// What could not be filed while the visitor waited is tried again; after some tries somebody looks at it.
export const fileLater = jobKind<{ receipt: ReceiptId }>('channels.form', { tries: 10 })
const MOST_TRIES = 4
const PAUSES_SECONDS = [15, 60, 300]

export const fileSoon = (work: Work, receipt: ReceiptId): Promise<string> => later(work, fileLater, { payload: { receipt } })

export const formFiler = (): Worker =>
  worker(fileLater, async (job) => {
    const { receipt } = job.payload
    try {
      await job.work(async (work) => {
        await fileSubmission(work, receipt)
        await job.finish(work)
      })
    } catch (error) {
      log.error({ error, receipt }, 'what a form brought could not be filed')
      await job.work((work) => putOff(work, job, { receipt, detail: String(error) }))
    }
  })

type Failed = { receipt: ReceiptId; detail: string }
async function putOff(
  work: Work,
  job: Parameters<Parameters<typeof worker<{ receipt: ReceiptId }>>[1]>[0],
  { receipt, detail }: Failed,
): Promise<void> {
  const pause = PAUSES_SECONDS[job.attempts - 1]
  if (job.attempts < MOST_TRIES && pause !== undefined) return await job.again(work, work.now.add({ seconds: pause }), detail)
  if ((await putInTray(work, { id: receipt, why: 'not_filed', detail })) > 0)
    work.publish(mailInTray, { receipt_id: receipt, why: 'not_filed' })
  await job.finish(work)
}
