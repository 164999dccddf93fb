// What I am offered at this moment, and why me.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { seatOfPeople, type Offered } from './contract.ts'
import { showItems, showReceipts } from './show.ts'
import { findItems } from './store/item.ts'
import { findReceipts, liveOffersOf } from './store/offer.ts'

export async function listMyOffers(work: Work): Promise<{ items: Offered[]; now: string }> {
  allow(work, 'routing.take')
  const made = await liveOffersOf(work, [meOf(work)])
  const [rows, receipts] = await Promise.all([
    findItems(work, made.map(({ item_id }) => item_id)),
    findReceipts(work, made.flatMap(({ receipt_id }) => receipt_id ?? [])),
  ]) // prettier-ignore
  const [items, shown] = await Promise.all([showItems(work, rows), showReceipts(work, receipts, made)])
  const offered = made.flatMap(({ id, item_id, receipt_id, offered_at, until, ring_all }): Offered[] => {
    const item = items.find((each) => each.id === item_id)
    const receipt = shown.find((each) => each.id === receipt_id) ?? null
    const seconds = until && until.since(offered_at).total('seconds')
    return item
      ? [{ id, item, offered_at: offered_at.toString(), until: until?.toString() ?? null, seconds, ring_all, receipt }]
      : []
  })
  return { items: offered, now: work.now.toString() }
}

/** A program has no seat. */
export function meOf({ actor }: Work): PersonId {
  if (actor.kind !== 'person') throw refuse(seatOfPeople, {})
  return actor.id
}
