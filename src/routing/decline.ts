import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { myOffer } from './accept.ts'
import { offerOver, type OfferId } from './contract.ts'
import { step } from './router/step.ts'

/** It goes back at its place, to whoever else can. */
export async function decline(work: Work, { id, because }: { id: OfferId; because: string }): Promise<object> {
  allow(work, 'routing.take')
  const offer = await myOffer(work, id)
  if (offer.ended_as === 'declined') return {}
  if (offer.ended_as) throw refuse(offerOver, { as: offer.ended_as })
  await step(work, [{ is: 'declined', item: offer.item_id, person: offer.person_id, because: because === '' ? null : because }])
  return {}
}
