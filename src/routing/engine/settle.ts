// What an event has set free finds each other: items that came back first, the most urgent first; then agents, the lowest number first; then
// deferred work that was held back, where enough people are free again. Always in this order, so that the same events lead to the same decisions.
import { comesBefore, chooseItem } from './choose-item.ts'
import { lowestBit } from './columns.ts'
import { offer } from './offer.ts'
import { comeBack, enter } from './place.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'

export function settle(state: State): void {
  const { items, agents } = state.unsettled
  if (items.length > 0) placeAll(state)
  if (agents.length > 0) {
    if (agents.length > 1) agents.sort((a, b) => a - b)
    for (let i = 0; i < agents.length; i++) seekWork(state, agents[i]!)
    agents.length = 0
  }
  while (state.reviewed.changed) fillValleys(state)
}

function placeAll(state: State): void {
  const { items } = state.unsettled
  if (items.length > 1) items.sort((item, other) => (comesBefore(state, { item, other }) ? -1 : 1))
  for (const item of items) {
    if (state.items.admitted[item] === 1) comeBack(state, item)
    else enter(state, item)
  }
  items.length = 0
}

/** Whoever has room is offered what they may take, until nothing is left or there is no more room. */
export function seekWork(state: State, agent: number): void {
  while (state.agents.free[agent]! !== 0) {
    const item = chooseItem(state, agent, { room: state.agents.free[agent]!, pulling: false })
    if (item === NONE) return
    offer(state, item, { agent, occasion: 'agent' })
  }
}

// Work is held back while those who could take it are just enough for instant work. Where somebody became free for that, or no longer counts
// among the free, those who could take it look again, the lowest number first; they are few, since otherwise it would not be held back.
function fillValleys(state: State): void {
  state.reviewed.changed = false
  if (!state.lines.keeping.some((line) => state.lines.size[line]! > 0)) return
  for (let word = 0; word < state.agents.words; word++)
    for (let left = couldTake(state, word); left !== 0; left &= left - 1) seekWork(state, word * 32 + lowestBit(left))
}

function couldTake({ lines, agents }: State, word: number): number {
  let some = 0
  for (const line of lines.keeping)
    if (lines.size[line]! > 0) some |= lines.able[line]![word]! & agents.freeSets[lines.channel[line]! * agents.words + word]!
  return some
}
