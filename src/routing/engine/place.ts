// Placing an item: into its queue, to somebody, or elsewhere.
import { dropAllBars, dropBars } from './bars.ts'
import { chooseAgent } from './choose-agent.ts'
import { CALL_BACK, MOVE, REFUSE, TO_POOL, WIDEN, type Why } from './decision.ts'
import { decideFor } from './decide.ts'
import { freeSlot, POOL } from './items.ts'
import { offer } from './offer.ts'
import { standInLine } from './score.ts'
import { choosePerson, isAwaited } from './persons.ts'
import { MOST_OVERFLOWS, NONE, type Elsewhere } from './rules.ts'
import type { State } from './state.ts'
import { hold, startWaiting } from './wait.ts'

/** An item comes into a queue: it arrived, was moved, overflowed, or the queue opened. */
export function enter(state: State, item: number): void {
  const { items, plan, lines } = state
  const at = items.queue[item]!
  const queue = plan.queues[at]!
  items.admitted[item] = 0
  standInLine(state, item)
  if (items.persons[item] === 0 || !queue.push) items.phase[item] = POOL
  if (state.open[at] === 0) return goElsewhere(state, item, { how: queue.closed, why: 'closed' })
  for (const { longer_than, to } of queue.longer)
    if (lines.waiting[at]! > longer_than && items.overflows[item]! < MOST_OVERFLOWS)
      return overflow(state, item, { to, why: 'full' })
  if (!catchUp(state, item)) seek(state, item)
}

/** It comes back to the place it had: an offer was declined, lapsed, or withdrawn. */
export function comeBack(state: State, item: number): void {
  if (!catchUp(state, item)) seek(state, item)
}

/** Does what the wait has brought by now; whether the item has gone elsewhere by it. */
export function catchUp(state: State, item: number): boolean {
  const { items, lines, plan, at } = state
  const queue = plan.queues[items.queue[item]!]!
  const from = items.from[item]!
  if (items.bar[item] !== NONE) dropBars(state, item, at)
  if (from + queue.overflowAfter <= at && items.overflows[item]! < MOST_OVERFLOWS) {
    overflow(state, item, { to: queue.overflowTo, why: 'waited' })
    return true
  }
  if (items.calledBack[item] === 0 && from + queue.callBackAfter <= at) {
    items.calledBack[item] = 1
    decideFor(state, CALL_BACK, { item, why: 'waited' })
  }
  if (!goToStage(state, item)) return false
  const told = decideFor(state, WIDEN, { item })
  state.decided.stage[told] = lines.stage[items.line[item]!]!
  return false
}

/** On to the line of the stage that its wait has reached, but none beyond `most`; whether that is another. */
export function goToStage({ items, lines, at }: State, item: number, most = Infinity): boolean {
  const line = items.line[item]!
  const bounds = lines.bounds[line]!
  let stage = lines.stage[line]!
  while (stage < bounds.length && stage < most && items.from[item]! + bounds[stage]! <= at) stage++
  items.line[item] = line + stage - lines.stage[line]!
  return items.line[item] !== line
}

/** Looks for somebody for an item that is in no place; without success it waits, or goes elsewhere where the queue is full. */
export function seek(state: State, item: number): void {
  const { items, plan, lines } = state
  const queue = plan.queues[items.queue[item]!]!
  const agent = queue.push ? findSomebody(state, item) : NONE
  if (agent !== NONE) {
    items.admitted[item] = 1
    return offer(state, item, { agent, occasion: 'item' })
  }
  if (items.admitted[item] === 0 && lines.waiting[items.queue[item]!]! >= queue.mostWaiting && queue.full.does !== 'wait')
    return goElsewhere(state, item, { how: queue.full, why: 'full' })
  items.admitted[item] = 1
  startWaiting(state, item)
}

// Its persons, one phase after the other, and once none of them is waited for everybody.
function findSomebody(state: State, item: number): number {
  const { items } = state
  const waited = items.phaseFrom[item]! < state.at
  for (;;) {
    const person = choosePerson(state, item)
    if (person !== NONE) return person
    if (items.phase[item] === POOL) return chooseAgent(state, item)
    if (isAwaited(state, item)) return NONE
    items.phase[item]!++
    items.phaseFrom[item] = state.at
    if (waited && items.phase[item] === POOL) decideFor(state, TO_POOL, { item })
  }
}

/** What becomes of an item that may not wait here. */
export function goElsewhere(state: State, item: number, { how, why }: { how: Elsewhere; why: Why }): void {
  if (how.does === 'overflow' && state.items.overflows[item]! < MOST_OVERFLOWS) return overflow(state, item, { to: how.to, why })
  if (how.does === 'refuse' || how.does === 'call_back') {
    decideFor(state, how.does === 'refuse' ? REFUSE : CALL_BACK, { item, why })
    return drop(state, item)
  }
  if (why !== 'full') return hold(state, item)
  state.items.admitted[item] = 1
  startWaiting(state, item)
}

// With its place and without asking its persons first again; rings and relaxing begin anew.
function overflow(state: State, item: number, { to, why }: { to: number; why: Why }): void {
  const { items } = state
  items.overflows[item]!++
  items.queue[item] = to
  items.from[item] = state.at
  items.phase[item] = POOL
  decideFor(state, MOVE, { item, why })
  enter(state, item)
}

/** The item leaves the engine; its slot is used again. */
export function drop({ items, bars }: State, item: number): void {
  if (items.bar[item] !== NONE) dropAllBars({ items, bars }, item)
  freeSlot(items, item)
}
