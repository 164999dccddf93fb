import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { acceptInTheHouse } from './accepted/in-the-house.ts'
import { itemTakenMeanwhile, noRules, type Item, type ItemId } from './contract.ts'
import { meOf } from './my-offers.ts'
import { needLive } from './need-item.ts'
import { isAccountable } from './router/in-the-house.ts'
import { step } from './router/step.ts'
import { showAhead } from './show.ts'

/** By hand, without an offer, whatever else is in that hand. What somebody else has is handed over by them. */
export async function takeItem(work: Work, { id }: { id: ItemId }): Promise<Item> {
  allow(work, 'routing.take')
  const person = meOf(work)
  const before = await needLive(work, id, 'case.reply')
  if (before.state === 'in_hand' && before.person_id !== person) throw refuse(itemTakenMeanwhile, {})
  const show = await showAhead(work, before)
  const done = await step(work, [{ is: 'taken', item: id, person }])
  const item = done?.items.get(id)
  if (!done || !item || item.person_id !== person) throw refuse(noRules, {})
  if (before.state !== 'in_hand') await acceptInTheHouse(work, { item, person, answers_for_it: isAccountable(done.held, item) })
  return show(item)
}
