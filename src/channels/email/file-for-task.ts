// A mail that answers a letter about a task goes into the task, and never into the conversation with the customer.
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import type { TaskId } from '#tasks/contract'
import type { Arrival } from '#cases/contract'
import type { BecameOfMail } from '../contract.ts'
import type { Verdict } from './judge.ts'
import type { ReadMail } from './reading/shapes.ts'
import { moveLetter, type findLetterTokens } from './store/letter.ts'
import type { Waiting } from './store/receipt.ts'
import { findTaskMail, insertTaskMail } from './store/task-mail.ts'

export type LetterAnswered = Awaited<ReturnType<typeof findLetterTokens>>[number] & { task_id: TaskId }
type Came = {
  slip: Waiting
  mail: ReadMail
  verdict: Verdict
  letter: LetterAnswered
  attachments: Arrival['attachments']
  returned: boolean
}

export async function fileForTask(work: Work, came: Came): Promise<void> {
  const { slip, mail, letter } = came
  const from = mail.from ?? mail.sender ?? { name: '', address: slip.envelope.from ?? '' }
  const became = await what(work, came, { name: from.name.slice(0, 300), address: from.address.slice(0, 400) })
  await insertTaskMail(work, {
    receipt: slip.id,
    task: letter.task_id,
    letter: letter.letter_id,
    message_id: mail.message_id,
    from: from.address,
    became,
  })
}

async function what(work: Work, came: Came, from: { name: string; address: string }): Promise<BecameOfMail> {
  const { slip, mail, verdict, letter, attachments, returned } = came
  if (mail.bounce) return await bounced(work, came)
  if (mail.kind === 'report' || mail.kind === 'bounce') return 'delayed' // a read receipt, a word of delay: nothing that somebody wrote
  if (mail.message_id && (await findTaskMail(work, letter.task_id, mail.message_id))) return 'again' // by another door of ours
  return await tasks.hearMail(work, {
    task: letter.task_id, key: mail.message_id ? `mail:${mail.message_id}`.slice(0, 990) : `receipt:${slip.id}`, from,
    letter: { address: letter.to_address, person: letter.person_id }, proven: verdict.verdict !== 'fail',
    automatic: returned || mail.kind === 'auto-reply' || mail.kind === 'list', text: mail.visible_text.trim() === '' ? mail.text : mail.visible_text,
    html: null, files: attachments.map(({ name, type, size, file }) => ({ name: name || 'document', type, size, file })),
  }) // prettier-ignore
}

async function bounced(work: Work, { mail, letter }: Came): Promise<BecameOfMail> {
  const lost = mail.bounce?.recipients.filter(({ permanent }) => permanent) ?? []
  if (lost.length === 0) return 'delayed'
  const because = lost.map(({ address, status, reason }) => `${address}: ${status ?? reason}`).join('; ')
  await moveLetter(work, letter.letter_id, { from: ['handed_over', 'uncertain', 'kept'], to: 'failed', detail: because })
  await tasks.markUndeliverable(work, {
    task: letter.task_id,
    address: letter.to_address,
    because: lost.map(({ status, reason }) => status ?? reason).join(', '),
  })
  return 'undeliverable'
}
