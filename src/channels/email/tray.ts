// What could not be filed waits here for somebody, with its original, and never holds up the next mail.
import * as cases from '#cases'
import { allow, audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { slipGone, type ReceiptId, type slipShape } from '../contract.ts'
import type { z } from 'zod'
import { fileSoon } from '../form/file-submission.ts'
import { ourDoor, ourDoors } from './our-doors.ts'
import { findReceipt, recordFiled, recordHandled, takeFromTray, trayOf } from './store/receipt.ts'

type Slip = z.infer<typeof slipShape>

export async function listTray(
  work: Work,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Slip[]; next: string | null }> {
  allow(work, 'channel.read')
  const rows = await trayOf(work, { after: page.cursor ?? null, most: page.limit + 1 })
  const doors = await ourDoors(
    work,
    rows.map((row) => row.entry_point_id),
  )
  const shown = rows.slice(0, page.limit)
  const items = shown.filter((row) => doors.has(row.entry_point_id)).map((row): Slip => ({
    id: row.id, door: row.door, entry_point: doors.get(row.entry_point_id)!, received_at: row.received_at.toString(), size: row.size,
    from: row.envelope.from ?? null, why: row.why as Slip['why'], detail: row.detail, has_original: row.has_original,
  })) // prettier-ignore
  return { items, next: rows.length > page.limit ? shown.at(-1)!.id : null }
}

export async function retrySlip(work: Work, { id }: { id: ReceiptId }): Promise<object> {
  const slip = await needSlip(work, id)
  if ((await takeFromTray(work, id)) === 0) throw refuse(slipGone, {})
  if (slip.door === 'form') await fileSoon(work, id)
  await audit(work, 'tray.tried_again', { about: id })
  return {} // the filer's sweep finds a mail waiting again
}

export async function setSlipAside(work: Work, { id }: { id: ReceiptId }): Promise<object> {
  await needSlip(work, id)
  if ((await recordHandled(work, id, actorId(work.actor))) === 0) throw refuse(slipGone, {})
  await audit(work, 'tray.set_aside', { about: id })
  return {}
}

// Nobody could read it, but somebody answers for it: a case with the original attached.
export async function openSlipAsCase(work: Work, { id }: { id: ReceiptId }): Promise<{ case_id: CaseId }> {
  const slip = await needSlip(work, id)
  if ((await takeFromTray(work, id)) === 0) throw refuse(slipGone, {})
  const sender = slip.envelope.from ?? ''
  const isForm = slip.door === 'form' // an address given in a form is nobody's proven one
  const filed = await cases.receive(work, {
    source: `${isForm ? 'form' : 'email'}:${id}`, channel: isForm ? 'form' : 'email', entry_point: slip.entry_point_id, kind: 'message', at: slip.received_at, sent_at: null,
    from: sender ? { name: '', address: sender } : null, to: [], cc: [],
    identity: isForm ? { kind: 'handle', value: `form:${id}` } : /^[^\s@]+@[^\s@]+$/.test(sender) ? { kind: 'email', value: sender } : null,
    more_recipients: 0, answer_to: [], subject: '', text: '', visible_text: '', html: null, language: null, original_file: slip.file_id,
    attachments: [{ name: isForm ? 'original.json' : 'original.eml', type: isForm ? 'application/json' : 'message/rfc822', size: slip.size, file: slip.file_id!, inline: false, content_id: null }],
    marks: {}, answers: null, trusted: false,
  }) // prettier-ignore
  await audit(work, 'tray.opened_as_case', { about: id, details: { case: filed.case } })
  await recordFiled(work, [{ id, interaction: filed.interaction, again: filed.again }])
  return { case_id: filed.case }
}

export async function slipOriginal(work: Work, id: ReceiptId): Promise<string> {
  const slip = await needSlip(work, id)
  if (!slip.file_id) throw refuse(slipGone, {})
  return slip.file_id
}

// What came through another brand's door answers as what is no longer there.
async function needSlip(work: Work, id: ReceiptId) {
  allow(work, 'tray.handle')
  const slip = await findReceipt(work, id)
  if (!slip || !(await ourDoor(work, slip.entry_point_id, 'tray.handle'))) throw refuse(slipGone, {})
  return slip
}
