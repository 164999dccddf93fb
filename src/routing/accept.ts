// Somebody takes what they are offered: in the engine, in the tables and in the house, all in one commit, or not at all.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { acceptInTheHouse } from './accepted/in-the-house.ts'
import { itemTakenMeanwhile, offerOver, offerUnknown, type Item, type OfferId } from './contract.ts'
import { meOf } from './my-offers.ts'
import { isAccountable } from './router/in-the-house.ts'
import { step } from './router/step.ts'
import { showAhead, showItems } from './show.ts'
import { findItem } from './store/item.ts'
import { findOffer, type OfferRow } from './store/offer.ts'

export async function accept(work: Work, { id }: { id: OfferId }): Promise<{ item: Item }> {
  allow(work, 'routing.take')
  const person = meOf(work)
  const offer = await myOffer(work, id)
  if (offer.ended_as && offer.ended_as !== 'accepted') throw refuse(offerOver, { as: offer.ended_as })
  const before = await findItem(work, offer.item_id)
  if (!before) throw refuse(offerUnknown, {})
  if (offer.ended_as) return { item: (await showItems(work, [before]))[0]! } // said twice, once
  const show = await showAhead(work, before)
  const done = await step(work, [{ is: 'accepted', item: offer.item_id, person }])
  const item = done?.items.get(offer.item_id)
  if (!done || item?.state !== 'in_hand' || item.person_id !== person) throw await whyNot(work, id)
  await acceptInTheHouse(work, { item, person, answers_for_it: isAccountable(done.held, item) })
  return { item: show(item) }
}

/** An offer to me; refused where there is none. */
export async function myOffer(work: Work, id: OfferId): Promise<OfferRow> {
  const offer = await findOffer(work, id)
  if (!offer || offer.person_id !== meOf(work)) throw refuse(offerUnknown, {})
  return offer
}

// It ended while we waited for the engine, or by the very moment that has come.
async function whyNot(work: Work, id: OfferId): Promise<Error> {
  const offer = await findOffer(work, id)
  const item = offer && (await findItem(work, offer.item_id))
  if (item?.state === 'in_hand') return refuse(itemTakenMeanwhile, {})
  return refuse(offerOver, { as: offer?.ended_as ?? 'lapsed' })
}
