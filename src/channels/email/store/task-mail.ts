import { instant, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { TaskId } from '#tasks/contract'
import type { BecameOfMail, LetterId, ReceiptId } from '../../contract.ts'

type Came = {
  receipt: ReceiptId
  task: TaskId
  letter: LetterId
  message_id: string | null
  from: string
  became: BecameOfMail
}
export const insertTaskMail = (work: Work, m: Came) => work.sql.run`
  insert into channels.task_mail (tenant_id, receipt_id, task_id, letter_id, message_id, from_address, became, at)
  values (${work.tenant}, ${m.receipt}, ${m.task}, ${m.letter}, ${m.message_id && m.message_id.length <= 998 ? m.message_id : null}, ${m.from.slice(0, 400)},
    ${m.became}, ${work.now})
  on conflict do nothing`

// The same mail may come by two doors of ours, when somebody answers both.
export const findTaskMail = (work: Work, task: TaskId, messageId: string) => work.sql.maybeOne({ receipt_id: uuid<ReceiptId>() })`
  select receipt_id from channels.task_mail where tenant_id = ${work.tenant} and task_id = ${task} and message_id = ${messageId} limit 1`

export const lastFrom = (work: Work, task: TaskId, address: string) => work.sql.maybeOne({ message_id: nullable(text) })`
  select message_id from channels.task_mail
  where tenant_id = ${work.tenant} and task_id = ${task} and lower(from_address) = ${address.toLowerCase()} and message_id is not null
  order by at desc limit 1`

export const mailsOfLetters = (work: Work, letters: readonly LetterId[]) => work.sql.many({
  letter_id: uuid<LetterId>(),
  from_address: text,
  became: word<BecameOfMail>(),
  at: instant,
})`
  select letter_id, from_address, became, at from channels.task_mail
  where tenant_id = ${work.tenant} and letter_id = any(${letters}::uuid[]) order by at limit 500`
