// What is known of a piece of work changed while it waits: the queue the rules now say, at the place it has. Where the rules say what they said, it
// stays in the queue it is in, also where somebody moved it there. Pure.
import { laneFor } from '../rules/compile.ts'
import type { ItemRow } from '../store/item.ts'
import type { Input, NamedWork } from './input.ts'
import { laneOf, workOf, type Arriving, type Rulings } from './place.ts'

const DAY_S = 86_400 // the engine's own

/** What may change of an item that waits. */
export type Known = Pick<Arriving, 'title' | 'facts' | 'due_at' | 'owner_id' | 'contact_id' | 'deputies'>
export type Rechecked =
  | { is: 'same' } // for the engine; what is only shown may be another
  | { is: 'raised'; points: number }
  | { is: 'placed'; work: NamedWork; lane: number; moves: boolean }
  | { is: 'leaves' } // no queue takes it any more

export function rechecked(rulings: Rulings, row: ItemRow, known: Known): Rechecked {
  const [had, now] = [laneOf(rulings, { ...row, queue: null }), laneOf(rulings, { ...row, ...known, queue: null })]
  const own = laneFor(rulings.compiled, { version: row.rulebook, key: row.queue, channel: row.channel })
  const lane = now === had ? (own ?? now) : now
  if (lane === undefined) return { is: 'leaves' }
  const work = workOf(rulings, next(row, known), lane)
  const before = own === undefined ? null : workOf(rulings, row, own)
  if (before === null || text(before) !== text({ ...work, priority: before.priority }))
    return { is: 'placed', work: { ...work, due_at: work.due_at ?? dueSince(rulings, row, lane) }, lane, moves: lane !== own }
  return work.priority === before.priority ? { is: 'same' } : { is: 'raised', points: work.priority - before.priority }
}

export const next = (row: ItemRow, { title, facts, due_at, owner_id, contact_id, deputies }: Known): ItemRow => ({ ...row, title, facts, due_at, owner_id, contact_id, deputies: [...deputies] }) // prettier-ignore

/** What the engine hears of it; null: nothing. */
export function inputOf(item: string, found: Rechecked): Input | null {
  if (found.is === 'same') return null
  if (found.is === 'raised') return { is: 'raised', item, points: found.points }
  return found.is === 'placed' ? { is: 'again', item, work: found.work } : { is: 'left', item }
}

// The engine counts from when it hears of something; this came before.
function dueSince({ inForce }: Rulings, { arrived_at }: ItemRow, lane: number): number | null {
  const { deferred } = inForce.rules.queues[lane]!
  return deferred ? arrived_at.epochMilliseconds / 1_000 + (deferred.due_within_s ?? DAY_S) : null
}

const text = (work: NamedWork): string => JSON.stringify(work)
