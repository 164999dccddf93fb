import { boolean, bytes, instant, integer, nullable, texts, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { InteractionId } from '#cases/contract'
import type { ReceiptId } from '../../contract.ts'
import type { FormId } from '../../contract/form.ts'

export type Submission = {
  stamp: Buffer
  form: FormId
  version: number
  receipt: ReceiptId
  said: Buffer
  text: Buffer | null
  score: number
  reasons: readonly string[]
  is_spam: boolean
}
/** How many rows were written: none when this page has sent before. */
export const insertSubmission = (work: Work, s: Submission) => work.sql.run`
  insert into channels.form_submission (tenant_id, stamp_hash, form_id, version, receipt_id, at, said_hash, text_hash, score, reasons, is_spam)
  values (${work.tenant}, ${s.stamp}, ${s.form}, ${s.version}, ${s.receipt}, ${work.now}, ${s.said}, ${s.text}, ${s.score}, ${s.reasons}::text[], ${s.is_spam})
  on conflict (tenant_id, stamp_hash) do nothing`

const standing = {
  receipt_id: uuid<ReceiptId>(),
  form_id: uuid<FormId>(),
  said_hash: bytes,
  interaction_id: nullable(uuid<InteractionId>()),
}
export const findByStamp = (work: Work, stamp: Buffer) => work.sql.maybeOne(standing)`
  select s.receipt_id, s.form_id, s.said_hash, r.interaction_id
  from channels.form_submission s join channels.receipt r on r.tenant_id = s.tenant_id and r.id = s.receipt_id
  where s.tenant_id = ${work.tenant} and s.stamp_hash = ${stamp}`

const ofReceipt = { form_id: uuid<FormId>(), version: integer, score: integer, reasons: texts, is_spam: boolean, interaction_id: nullable(uuid<InteractionId>()), at: instant } // prettier-ignore
export const findByReceipt = (work: Work, receipt: ReceiptId) => work.sql.maybeOne(ofReceipt)`
  select s.form_id, s.version, s.score, s.reasons, s.is_spam, r.interaction_id, s.at
  from channels.form_submission s join channels.receipt r on r.tenant_id = s.tenant_id and r.id = s.receipt_id
  where s.tenant_id = ${work.tenant} and s.receipt_id = ${receipt}`

export const countSame = (work: Work, form: FormId, hash: Buffer) => work.sql.one({ n: integer })`
  select count(*) as n from (
    select from channels.form_submission
    where tenant_id = ${work.tenant} and form_id = ${form} and text_hash = ${hash} and at > ${work.now.subtract({ hours: 24 })} limit 10) same`

export const figuresOf = (work: Work, forms: readonly FormId[]) => work.sql.many({
  form_id: uuid<FormId>(),
  received: integer,
  filed: integer,
  spam: integer,
  waiting: integer,
  last_at: nullable(instant),
})`
  select s.form_id, count(*) as received, count(r.filed_at) as filed, count(*) filter (where s.is_spam) as spam,
    count(*) filter (where r.filed_at is null and (r.tray_at is null or r.handled_at is null)) as waiting, max(s.at) as last_at
  from channels.form_submission s join channels.receipt r on r.tenant_id = s.tenant_id and r.id = s.receipt_id
  where s.tenant_id = ${work.tenant} and s.form_id = any(${forms}::uuid[]) and s.at > ${work.now.subtract({ hours: 24 * 30 })}
  group by s.form_id`

const held = { id: uuid<ReceiptId>(), entry_point_id: uuid(), received_at: instant, file_id: nullable(uuid()) }
export type Held = { [Name in keyof typeof held]: ReturnType<(typeof held)[Name]['read']> }
/** Waits for whoever is filing it this moment; nothing when it is filed, or in the tray. */
export const holdReceipt = (work: Work, id: ReceiptId) => work.sql.maybeOne(held)`
  select id, entry_point_id, received_at, file_id from channels.receipt
  where tenant_id = ${work.tenant} and id = ${id} and filed_at is null and tray_at is null for update`

export const countWithin = (work: Work, form: FormId, { hours, most }: { hours: number; most: number }) => work.sql.one({
  n: integer,
})`
  select count(*) as n from (
    select from channels.form_submission
    where tenant_id = ${work.tenant} and form_id = ${form} and at > ${work.now.subtract({ hours })} limit ${most}) recent`
