import { can } from '#access'
import { refuse, type Work } from '#base/work'
import { notYourItem, type Item, type ItemId } from './contract.ts'
import { needItem } from './need-item.ts'
import { step } from './router/step.ts'
import { showAhead } from './show.ts'
import type { ItemRow } from './store/item.ts'

/** Whoever has it in hand, whoever runs the floor, or the program that may bring such work. */
export function isTheirs({ actor }: Work, { person_id, facts: { brand } }: ItemRow): boolean {
  const object = brand === null ? {} : { brand }
  if (actor.kind === 'person' && actor.id === person_id) return true
  return can(actor, 'routing.steer', object) || (actor.kind !== 'person' && can(actor, 'case.create', object))
}

/** Whoever has it in hand has done it; where its queue has a wrap-up, that begins. */
export async function finishItem(work: Work, { id }: { id: ItemId }): Promise<Item> {
  const item = await needItem(work, id)
  if (!isTheirs(work, item)) throw refuse(notYourItem, {})
  if (item.state !== 'in_hand' && item.state !== 'over') throw refuse(notYourItem, {})
  const show = await showAhead(work, item)
  const done = item.state === 'in_hand' ? await step(work, [{ is: 'finished', item: id }]) : undefined
  return show(done?.items.get(id) ?? item)
}
