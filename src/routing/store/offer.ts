// Offers and receipts.
import type { PersonId } from '#base/contract'
import { boolean, instant, json, jsonb, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { ItemId, OfferEnding, OfferId } from '../contract.ts'

const row = {
  id: uuid<OfferId>(), item_id: uuid<ItemId>(), person_id: uuid<PersonId>(), queue: text, offered_at: instant, until: nullable(instant), ring_all: boolean,
  receipt_id: nullable(uuid()), ended_at: nullable(instant), ended_as: nullable(word<OfferEnding>()), because: nullable(text),
} // prettier-ignore
export type OfferRow = Awaited<ReturnType<typeof liveOffersOfItems>>[number]

export const findOffer = (work: Work, id: string) => work.sql.maybeOne(row)`
  select id, item_id, person_id, queue, offered_at, until, ring_all, receipt_id, ended_at, ended_as, because
  from routing.offer where tenant_id = ${work.tenant} and id = ${id}`

export const liveOffersOfItems = (work: Work, items: readonly string[]) => work.sql.many(row)`
  select id, item_id, person_id, queue, offered_at, until, ring_all, receipt_id, ended_at, ended_as, because
  from routing.offer where tenant_id = ${work.tenant} and item_id = any(${items}::uuid[]) and ended_at is null`

export const liveOffersOf = (work: Work, people: readonly string[]) => work.sql.many(row)`
  select id, item_id, person_id, queue, offered_at, until, ring_all, receipt_id, ended_at, ended_as, because
  from routing.offer where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and ended_at is null order by until nulls last, id limit 1000`

export const liveOffers = (work: Work, most: number) => work.sql.many(row)`
  select id, item_id, person_id, queue, offered_at, until, ring_all, receipt_id, ended_at, ended_as, because
  from routing.offer where tenant_id = ${work.tenant} and ended_at is null order by id limit ${most}`

export const offersOfItems = (work: Work, items: readonly string[], mostEach: number) => work.sql.many(row)`
  select o.id, o.item_id, o.person_id, o.queue, o.offered_at, o.until, o.ring_all, o.receipt_id, o.ended_at, o.ended_as, o.because
  from unnest(${items}::uuid[]) as w (id) cross join lateral (
    select * from routing.offer f where f.tenant_id = ${work.tenant} and f.item_id = w.id order by f.offered_at desc, f.id desc limit ${mostEach}) o`

export const insertOffers = (work: Work, rows: readonly OfferRow[]) => work.sql.run`
  insert into routing.offer (tenant_id, id, item_id, person_id, queue, offered_at, until, ring_all, receipt_id, ended_at, ended_as, because)
  select ${work.tenant}, r.id, r.item_id, r.person_id, r.queue, r.offered_at, r.until, r.ring_all, r.receipt_id, r.ended_at, r.ended_as, r.because
  from jsonb_populate_recordset(null::routing.offer, ${json(rows.map(plain))}::jsonb) r`

export const endOffers = (work: Work, rows: readonly OfferRow[]) => work.sql.run`
  update routing.offer o set ended_at = r.ended_at, ended_as = r.ended_as, because = r.because
  from jsonb_populate_recordset(null::routing.offer, ${json(rows.map(plain))}::jsonb) r
  where o.tenant_id = ${work.tenant} and o.id = r.id and o.ended_at is null`

const plain = (r: OfferRow) => ({
  ...r,
  offered_at: r.offered_at.toString(),
  until: r.until?.toString() ?? null,
  ended_at: r.ended_at?.toString() ?? null,
})

// What a receipt holds: people by id, everything else as the engine says it.
export type ReceiptBody = {
  rule: string
  facts: Record<string, unknown>
  candidates: { person: PersonId; score: number; parts: { code: string; points: number }[] }[]
  others: { why: string; skill: string | null; count: number }[]
  chosen: PersonId[]
  runner_up: PersonId | null
  meant: Record<string, unknown> | null
}
export type ReceiptRow = { id: string; item_id: ItemId; at: Temporal.Instant; queue: string; body: ReceiptBody }
const receipt = { id: uuid(), item_id: uuid<ItemId>(), at: instant, queue: text, body: jsonb<ReceiptBody>() }

export const insertReceipts = (work: Work, rows: readonly ReceiptRow[]) => work.sql.run`
  insert into routing.receipt (tenant_id, id, item_id, at, queue, body)
  select ${work.tenant}, r.id, r.item_id, r.at, r.queue, r.body
  from jsonb_populate_recordset(null::routing.receipt, ${json(rows.map((r) => ({ ...r, at: r.at.toString() })))}::jsonb) r`

export const findReceipts = (work: Work, ids: readonly string[]) => work.sql.many(receipt)`
  select id, item_id, at, queue, body from routing.receipt where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const receiptsOfItems = (work: Work, items: readonly string[], mostEach: number) => work.sql.many(receipt)`
  select r.id, r.item_id, r.at, r.queue, r.body
  from unnest(${items}::uuid[]) as w (id) cross join lateral (
    select * from routing.receipt f where f.tenant_id = ${work.tenant} and f.item_id = w.id order by f.at desc, f.id desc limit ${mostEach}) r`
