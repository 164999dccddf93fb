// How every step begins, and what several of them do.
import { NOWHERE, HELD, OFFERED, releaseSlots, WAITING } from './items.ts'
import type { Why } from './decision.ts'
import { ignore } from './decide.ts'
import { doDue } from './due.ts'
import { letGo, withdrawAll } from './hand.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'
import { stopWaiting, unhold } from './wait.ts'

/** Begins a step: forgets the decisions of the last one and does what has become due. */
export function begin(state: State, at: number): void {
  if (!(at >= state.at)) throw new RangeError(`time went back from ${state.at} to ${at}`)
  state.at = at
  state.decided.count = 0
  releaseSlots(state.items)
  if (state.decided.receipt.length > 0) state.decided.receipt.length = 0
  if (state.timers.count > 0) doDue(state)
}

/** Whether the item is there; otherwise what was said of it is ignored. */
export function isThere(state: State, item: number): boolean {
  if (item >= 0 && item < state.items.size && state.items.where[item] !== NOWHERE) return true
  ignore(state, { item, agent: NONE }, 'not_there')
  return false
}

/** Out of the place it is in, whatever that is. */
export function takeOut(state: State, item: number, why: Why): void {
  const { items } = state
  const where = items.where[item]
  if (where === WAITING) stopWaiting(state, item)
  else if (where === HELD) unhold(state, item)
  else if (where === OFFERED) withdrawAll(state, item, { but: NONE, why })
  else letGo(state, items.hold[item]!)
  items.where[item] = NOWHERE
}
