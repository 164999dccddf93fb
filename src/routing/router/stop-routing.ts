// No rules are in force any more.
import { randomUUID } from 'node:crypto'
import type { Work } from '#base/work'
import * as items from '../store/item.ts'
import * as offers from '../store/offer.ts'
import * as store from '../store/router.ts'
import { setClock } from './clock.ts'
import { forget } from './memory.ts'
import { leave, type Sorted } from './sort-out.ts'
import { tellAll, type News } from './tell.ts'

const MOST_ITEMS = 200_000

/** Everything stays with whoever answers for it, or has it in hand. */
export async function stopRouting(work: Work, row: store.RouterRow): Promise<undefined> {
  const [live, ringing] = await Promise.all([items.liveItems(work, MOST_ITEMS), offers.liveOffers(work, MOST_ITEMS)])
  const sorting = { at: work.now, news: [] as News[] }
  const sorted: Sorted = { placed: [], changed: [], ended: [] }
  const ofItem = Map.groupBy(ringing, ({ item_id }) => item_id)
  for (const each of live)
    if (each.state === 'over') sorted.changed.push({ ...each, wrapped_at: work.now })
    else leave(sorting, { row: each, ringing: ofItem.get(each.id) ?? [] }, sorted)
  const next: store.RouterRow = {
    ...row,
    stamp: randomUUID(),
    seq: row.seq + 1,
    snapshot_seq: row.seq + 1,
    ended_at: work.now,
    wakes_at: null,
    seats_at: null,
    hours_at: null,
  }
  forget(work.tenant)
  await Promise.all([
    items.updateItems(work, sorted.changed),
    offers.endOffers(work, sorted.ended),
    store.recordStep(work, next),
    store.replaceSnapshot(work, { seq: next.seq, at: work.now, body: null }),
    setClock(work, row, next),
  ])
  tellAll(work, sorting.news, [])
  return undefined
}
