// What an item is worth: points, and the line it stands in with them.
import { lineFor } from './new-line.ts'
import type { State } from './state.ts'

/** Its line, of the first stage, and its score there. */
export function standInLine(state: State, item: number): void {
  const { items } = state
  items.line[item] = lineFor(state, { queue: items.queue[item]!, channel: items.channel[item]!, needs: items.needs[item]! })
  items.key[item] = keyOf(state, item)
}

// The score but for the ageing, which all of a queue share. Deferred: a point is worth a minute of the due date.
function keyOf({ items, plan }: State, item: number): number {
  const queue = plan.queues[items.queue[item]!]!
  const points = queue.base + items.priority[item]! + owed(queue, items.contacts[item]!, items.waitedBefore[item]!)
  if (!queue.deferred) return points - queue.ageing * items.placeAt[item]!
  const due = items.dueAt[item]!
  return points - (Number.isNaN(due) ? items.arrivedAt[item]! + queue.dueWithin : due) / 60
}

/** Patience debt: having contacted us before today and having waited elsewhere count, in points. */
export const owed = (queue: { perContact: number; perWaited: number }, contacts: number, waited_s: number): number =>
  queue.perContact * contacts + queue.perWaited * waited_s
