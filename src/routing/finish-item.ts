import { can } from '#access'
import { refuse, type Work } from '#base/work'
import { notYourItem, type Item, type ItemId } from './contract.ts'
import { needItem } from './need-item.ts'
import { step } from './router/step.ts'
import { showItems } from './show.ts'
import { findItem } from './store/item.ts'

/** Whoever has it in hand has done it; where its queue has a wrap-up, that begins. */
export async function finishItem(work: Work, { id }: { id: ItemId }): Promise<Item> {
  const item = await needItem(work, id)
  const mine = work.actor.kind !== 'person' || item.person_id === work.actor.id
  if (!mine && !can(work.actor, 'routing.steer')) throw refuse(notYourItem, {})
  if (item.state === 'in_hand') await step(work, [{ is: 'finished', item: id }])
  else if (item.state !== 'over') throw refuse(notYourItem, {})
  return (await showItems(work, [(await findItem(work, id))!]))[0]!
}
