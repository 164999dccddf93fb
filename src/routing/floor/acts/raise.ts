// What waits passes before the others of its queue: it counts as if it had waited an hour longer than the one that has waited the longest there.
import { allow, audit } from '#access'
import type { Permission } from '#access/contract'
import { refuse, type Work } from '#base/work'
import { itemNotWaiting, itemRaised } from '../../contract/floor-acts.ts'
import { itemUnknown, noRules } from '../../contract/refusals.ts'
import { step } from '../../router/step.ts'
import { isTheirItem } from '../need-theirs.ts'
import { findItem, itemsOfQueue, type ItemRow } from '../../store/item.ts'

const BEFORE_MINUTES = 60

export async function raise(work: Work, { item }: { item: string }): Promise<object> {
  allow(work, 'routing.steer')
  const row = await waitingItem(work, item, 'routing.steer')
  const [oldest] = await itemsOfQueue(work, {
    queue: row.queue,
    brands: null,
    states: ['waiting', 'offered'],
    after: undefined,
    most: 1,
  })
  const behind = oldest ? row.place_at.since(oldest.place_at).total('minutes') : 0
  const stepped = await step(work, [{ is: 'raised', item, points: Math.ceil(behind) + BEFORE_MINUTES }])
  if (!stepped) throw refuse(noRules, {})
  await audit(work, 'routing.item_raised', { about: item })
  work.publish(itemRaised, { item, queue: row.queue }, row.case_id ? { case_id: row.case_id } : {})
  return {}
}

/** What is asked about still waits: otherwise whoever asks is told. */
export async function waitingItem(work: Work, item: string, permission: Permission): Promise<ItemRow> {
  const row = await findItem(work, item)
  if (!row || !isTheirItem(work, row, permission)) throw refuse(itemUnknown, {})
  if (row.state !== 'waiting' && row.state !== 'offered') throw refuse(itemNotWaiting, {})
  return row
}
