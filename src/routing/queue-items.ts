import { allow, scopesFor } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { Work } from '#base/work'
import type { Item, ItemState } from './contract.ts'
import { showItems } from './show.ts'
import { itemsOfQueue } from './store/item.ts'

type Asked = { queue: string; state: 'waiting' | 'offered' | 'in_hand' | 'live'; cursor?: string | undefined; limit: number }
const LIVE: readonly ItemState[] = ['waiting', 'offered', 'in_hand']

/** By their place in the queue: those of brands whose queues one sees, and of none. */
export async function queueItems(
  work: Work,
  { queue, state, cursor, limit }: Asked,
): Promise<{ items: Item[]; next: string | null }> {
  allow(work, 'routing.read')
  const rows = await itemsOfQueue(work, {
    queue,
    brands: brandsOf(work),
    states: state === 'live' ? LIVE : [state],
    after: readCursor(cursor),
    most: limit + 1,
  })
  const last = rows[limit - 1]
  return {
    items: await showItems(work, rows.slice(0, limit)),
    next: rows.length > limit && last ? writeCursor(last.place_at, last.id) : null,
  }
}

function brandsOf({ actor }: Work): string[] | null {
  const scopes = scopesFor(actor, 'routing.read')
  return scopes.some(({ brands }) => brands === null) ? null : scopes.flatMap(({ brands }) => brands ?? [])
}
