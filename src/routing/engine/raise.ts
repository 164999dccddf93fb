// Somebody says that an item passes before others.
import { begin, isThere } from './begin.ts'
import { HELD, WAITING } from './items.ts'
import { standInLine } from './score.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { hold, stopWaiting, unhold } from './wait.ts'

/** So many points more, now and wherever it goes. What it has waited, and who is asked by now, stays. */
export function raised(state: State, at: number, { item, points }: { item: number; points: number }): void {
  begin(state, at)
  if (!isThere(state, item)) return
  const { items } = state
  items.priority[item]! += points
  const line = items.line[item]!
  const where = items.where[item]
  if (where === WAITING) stopWaiting(state, item)
  else if (where === HELD) unhold(state, item)
  standInLine(state, item)
  items.line[item] = line // of the stage it had come to
  if (where === WAITING) state.unsettled.items.push(item)
  else if (where === HELD) hold(state, item)
  settle(state)
}
