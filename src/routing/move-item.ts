import { refuse, type Work } from '#base/work'
import { noRules, type Item, type ItemId } from './contract.ts'
import { needQueue } from './add-item.ts'
import { needLive } from './need-item.ts'
import { hold } from './router/hold.ts'
import { laneName } from './router/in-force.ts'
import { stepHeld } from './router/step.ts'
import { laneFor } from './rules/compile.ts'
import { showItems } from './show.ts'

/** To another queue of the rules it is served by; it keeps its place in time. */
export async function moveItem(work: Work, { id, queue }: { id: ItemId; queue: string }): Promise<Item> {
  const item = await needLive(work, id, 'case.reply')
  const held = await hold(work)
  if (!held) throw refuse(noRules, {})
  needQueue(held, queue)
  const [usual = ''] = held.inForce.versions
  const place = { key: queue, channel: item.channel }
  const lane =
    laneFor(held.compiled, { version: item.rulebook, ...place }) ?? laneFor(held.compiled, { version: usual, ...place })
  if (lane === undefined) throw refuse(noRules, {})
  const done = await stepHeld(work, held, {
    facts: [{ is: 'moved', item: id, queue: laneName(held.inForce.lanes[lane]!), because: 'by_hand' }],
  })
  return (await showItems(work, [done.items.get(id) ?? item]))[0]!
}
