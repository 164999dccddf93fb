// What agents say to offers, and what they take without being offered.
import { begin, isThere, takeOut } from './begin.ts'
import { chooseItem } from './choose-item.ts'
import { NOTHING } from './decision.ts'
import { decide, ignore } from './decide.ts'
import { giveBack, lapse } from './due.ts'
import { roomFor } from './free.ts'
import { beginServing, holdOf, takeInHand, withdrawAll } from './hand.ts'
import { RINGING } from './holds.ts'
import { OFFERED, SERVED, WRAPPING } from './items.ts'
import { offer } from './offer.ts'
import { NONE } from './rules.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'

type Answer = { item: number; agent: number }

function ringing(state: State, { item, agent }: Answer): number {
  const hold = item >= 0 && item < state.items.size && state.items.where[item] === OFFERED ? holdOf(state, item, agent) : NONE
  if (hold === NONE) ignore(state, { item, agent }, 'not_offered')
  return hold
}

export function accepted(state: State, at: number, answer: Answer): void {
  begin(state, at)
  const hold = ringing(state, answer)
  if (hold !== NONE) {
    withdrawAll(state, answer.item, { but: answer.agent, why: 'accepted_by_other' })
    state.items.where[answer.item] = SERVED
    beginServing(state, hold)
  }
  settle(state)
}

export function declined(state: State, at: number, answer: Answer): void {
  begin(state, at)
  const hold = ringing(state, answer)
  if (hold !== NONE) giveBack(state, hold, 'declined')
  settle(state)
}

export function lapsed(state: State, at: number, answer: Answer): void {
  begin(state, at)
  const hold = ringing(state, answer)
  if (hold !== NONE) lapse(state, hold)
  settle(state)
}

/** By hand, outside an offer: a fact, whatever capacity says. */
export function taken(state: State, at: number, { item, agent }: Answer): void {
  begin(state, at)
  if (!isThere(state, item)) return
  const { items, holds } = state
  const hold = holdOf(state, item, agent)
  if (hold !== NONE && holds.state[hold] === RINGING) {
    withdrawAll(state, item, { but: agent, why: 'taken' })
    beginServing(state, hold)
  } else if (hold === NONE || items.where[item] === WRAPPING) {
    takeOut(state, item, 'taken')
    takeInHand(state, item, { agent, until: null })
  }
  items.where[item] = SERVED
  items.admitted[item] = 1
  settle(state)
}

/** "Give me the next": what they would be offered, and what waits in queues that people ask, given at once. */
export function asks(state: State, at: number, agent: number): void {
  begin(state, at)
  const item = chooseItem(state, agent, { room: roomFor(state, agent), pulling: true })
  if (item === NONE) decide(state, NOTHING, { item: NONE, agent })
  else offer(state, item, { agent, occasion: 'asked' })
  settle(state)
}
