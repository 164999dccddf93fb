// Somebody says that an item passes before others.
import { begin, isThere } from './begin.ts'
import { WAITING } from './items.ts'
import { standInLine } from './score.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { stopWaiting } from './wait.ts'

/** So many points more, now and wherever it goes. What it has waited, and who is asked by now, stays. */
export function raised(state: State, at: number, { item, points }: { item: number; points: number }): void {
  begin(state, at)
  if (!isThere(state, item)) return
  const { items } = state
  items.priority[item]! += points
  if (items.where[item] === WAITING) {
    const line = items.line[item]!
    stopWaiting(state, item)
    standInLine(state, item)
    items.line[item] = line // of the stage it had come to
    state.unsettled.items.push(item)
  }
  settle(state)
}
