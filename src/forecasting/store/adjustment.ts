import type { PersonId } from '#base/contract'
import { decimal, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Adjustable, AdjustmentHow, AdjustmentId } from '../contract.ts'

const row = {
  id: uuid<AdjustmentId>(), queue: text, channel: text, from_at: instant, to_at: instant, of: word<Adjustable>(), how: word<AdjustmentHow>(), amount: decimal, reason: text,
  by: nullable(uuid<PersonId>()), at: instant, undone_at: nullable(instant), undone_by: nullable(uuid<PersonId>()),
} // prettier-ignore
export type AdjustmentRow = Awaited<ReturnType<typeof adjustmentsInForce>>[number]
const columns = part`id, queue, channel, from_at, to_at, of, how, amount, reason, by, at, undone_at, undone_by`

/** Those that touch a span, in the order they were made. */
export const adjustmentsInForce = (
  work: Work,
  { from, to, most }: { from: Temporal.Instant; to: Temporal.Instant; most: number },
) => work.sql.many(row)`
  select ${columns} from forecasting.adjustment
  where tenant_id = ${work.tenant} and undone_at is null and to_at > ${from} and from_at < ${to} order by at, id limit ${most}`

type Page = {
  cursor: string | undefined
  most: number
  from: string | undefined
  to: string | undefined
  queue: string | undefined
  channel: string | undefined
}
export const listAdjustments = (work: Work, page: Page) => work.sql.many(row)`
  select ${columns} from forecasting.adjustment
  where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``} ${page.from ? part`and to_at > ${page.from}` : part``}
    ${page.to ? part`and from_at < ${page.to}` : part``} ${page.queue === undefined ? part`` : part`and queue = ${page.queue}`}
    ${page.channel === undefined ? part`` : part`and channel = ${page.channel}`}
  order by id desc limit ${page.most}`

export const holdAdjustment = (work: Work, id: AdjustmentId) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.adjustment where tenant_id = ${work.tenant} and id = ${id} for update`

type New = Omit<AdjustmentRow, 'at' | 'undone_at' | 'undone_by'>
export const insertAdjustment = (work: Work, a: New) => work.sql.run`
  insert into forecasting.adjustment (tenant_id, id, queue, channel, from_at, to_at, of, how, amount, reason, by, at)
  values (${work.tenant}, ${a.id}, ${a.queue}, ${a.channel}, ${a.from_at}, ${a.to_at}, ${a.of}, ${a.how}, ${a.amount}, ${a.reason}, ${a.by}, ${work.now})`

export const recordUndone = (work: Work, id: AdjustmentId, by: PersonId | null) => work.sql.run`
  update forecasting.adjustment set undone_at = ${work.now}, undone_by = ${by} where tenant_id = ${work.tenant} and id = ${id} and undone_at is null`

export const countInForce = (work: Work, { from, to }: { from: Temporal.Instant; to: Temporal.Instant }) => work.sql.one({
  n: integer,
})`
  select count(*) as n from forecasting.adjustment where tenant_id = ${work.tenant} and undone_at is null and to_at > ${from} and from_at < ${to}`
