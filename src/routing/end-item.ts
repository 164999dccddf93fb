import { refuse, type Work } from '#base/work'
import { notYourItem, type ItemId } from './contract.ts'
import { isTheirs } from './finish-item.ts'
import { needItem } from './need-item.ts'
import { step } from './router/step.ts'

/** The customer hung up, or it need not be done any more. What somebody has in hand is done by that. */
export async function endItem(work: Work, { id, as }: { id: ItemId; as: 'left' | 'withdrawn' }): Promise<object> {
  const item = await needItem(work, id, 'case.create')
  if (item.state === 'over') return {} // said twice, once
  if ((item.state === 'in_hand' || item.kind !== 'given') && !isTheirs(work, item)) throw refuse(notYourItem, {}) // what came by itself also goes by itself
  await step(work, [item.state === 'in_hand' ? { is: 'finished', item: id } : { is: 'leaves', item: id, as }])
  return {}
}
