// What happens, verb by verb. Each is one whole step: what is due first, then the event, then what it set free finds each other.
import { barAgent } from './bars.ts'
import { NOTHING, type Why } from './decision.ts'
import { decide, ignore } from './decide.ts'
import { chooseItem, comesBefore } from './choose-item.ts'
import { doDue, giveBack, lapse, stepAway } from './due.ts'
import { judgeAgent } from './fits.ts'
import { review, roomFor } from './free.ts'
import { beginServing, holdOf, letGo, takeInHand, withdrawAll } from './hand.ts'
import { RINGING, WRAPPING_UP } from './holds.ts'
import { HELD, newSlot, NOWHERE, OFFERED, SERVED, WAITING, WRAPPING } from './items.ts'
import { offer } from './offer.ts'
import type { AgentChange } from './people.ts'
import { drop, enter, goElsewhere } from './place.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import { describe, READY } from './seats.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { setTimer, timerOfHold } from './timers.ts'
import { stopWaiting, unhold } from './wait.ts'
import type { Item } from './work.ts'

type Answer = { item: number; agent: number }

/** Begins a step: forgets the decisions of the last one and does what has become due. */
function begin(state: State, at: number): void {
  if (!(at >= state.at)) throw new RangeError(`time went back from ${state.at} to ${at}`)
  state.at = at
  state.decided.count = 0
  if (state.receipts) state.decided.receipt.length = 0
  if (state.timers.count > 0) doDue(state)
}

/** Gives the handle of the item that arrived, good until it leaves. */
export function arrived(state: State, at: number, item: Item): number {
  begin(state, at)
  const slot = newSlot(state.items)
  describeItem(state, slot, item)
  enter(state, slot)
  if (state.reviewed.freed) settle(state)
  return slot
}

function describeItem({ items, at, bars }: State, slot: number, item: Item): void {
  items.queue[slot] = item.queue
  items.channel[slot] = item.channel
  items.placeAt[slot] = item.place_at ?? at
  items.arrivedAt[slot] = at
  items.from[slot] = Math.min(at, item.place_at ?? at)
  items.dueAt[slot] = item.due_at ?? Number.NaN
  items.priority[slot] = item.priority ?? 0
  items.contacts[slot] = item.earlier_contacts ?? 0
  items.waitedBefore[slot] = item.waited_before_s ?? 0
  items.needs[slot] = item.needs ?? 0
  items.phase[slot] = 0
  items.phaseFrom[slot] = at
  items.toWait[slot] = Number.NaN
  items.calledBack[slot] = 0
  items.overflows[slot] = 0
  items.persons[slot] = 0
  if (item.owner !== undefined || item.contact !== undefined || item.deputies !== undefined) describePersons(items, slot, item)
  if (item.not_agents !== undefined)
    for (const agent of item.not_agents) barAgent({ bars, items }, slot, { agent, until: Infinity })
}

// Somebody who is asked in two ways is asked the first time.
function describePersons(items: State['items'], slot: number, { owner = NONE, contact = NONE, deputies = [] }: Item): void {
  const persons = [owner, contact, ...deputies].slice(0, MOST_PERSONS)
  persons.forEach((agent, place) => {
    items.person[slot * MOST_PERSONS + place] = persons.indexOf(agent) === place ? agent : NONE
    if (agent !== NONE) items.persons[slot] = place + 1
  })
}

/** Hung up, withdrawn, over: wherever it is. */
export function left(state: State, at: number, item: number): void {
  begin(state, at)
  if (!isThere(state, item)) return
  takeOut(state, item, 'left')
  drop(state, item)
  settle(state)
}

function isThere(state: State, item: number): boolean {
  if (item >= 0 && item < state.items.size && state.items.where[item] !== NOWHERE) return true
  ignore(state, { item, agent: NONE }, 'not_there')
  settle(state)
  return false
}

// Out of the place it is in, whatever that is.
function takeOut(state: State, item: number, why: Why): void {
  const { items } = state
  const where = items.where[item]
  if (where === WAITING) stopWaiting(state, item)
  else if (where === HELD) unhold(state, item)
  else if (where === OFFERED) withdrawAll(state, item, { but: NONE, why })
  else letGo(state, items.hold[item]!)
  items.where[item] = NOWHERE
}

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

/** Whoever had it in hand is done; where the queue has a wrap-up it stays in their hand until `wrapped`, or until its time is up. */
export function finished(state: State, at: number, item: number): void {
  begin(state, at)
  if (state.items.where[item] !== SERVED) return void isServed(state, item)
  const hold = state.items.hold[item]!
  const { wrapUp } = state.plan.queues[state.items.queue[item]!]!
  if (wrapUp > 0) {
    state.items.where[item] = WRAPPING
    state.holds.state[hold] = WRAPPING_UP
    state.holds.until[hold] = at + wrapUp
    setTimer(state, timerOfHold(hold), at + wrapUp)
  } else {
    letGo(state, hold)
    drop(state, item)
  }
  settle(state)
}

function isServed(state: State, item: number): void {
  ignore(state, { item, agent: NONE }, 'not_there')
  settle(state)
}

export function wrapped(state: State, at: number, item: number): void {
  begin(state, at)
  if (state.items.where[item] !== WRAPPING) return isServed(state, item)
  letGo(state, state.items.hold[item]!)
  drop(state, item)
  settle(state)
}

/** The wrap-up may take this much more, in seconds. */
export function longer(state: State, at: number, { item, seconds }: { item: number; seconds: number }): void {
  begin(state, at)
  if (state.items.where[item] !== WRAPPING) return isServed(state, item)
  const hold = state.items.hold[item]!
  state.holds.until[hold]! += seconds
  setTimer(state, timerOfHold(hold), state.holds.until[hold]!)
  settle(state)
}

type Move = { item: number; queue: number; to?: number; to_wait_s?: number }

/** To another queue, with its place; `to` is asked first, as its owner. */
export function moved(state: State, at: number, { item, queue, to = NONE, to_wait_s = 20 }: Move): void {
  begin(state, at)
  if (!isThere(state, item)) return
  takeOut(state, item, 'moved')
  const { items } = state
  items.queue[item] = queue
  items.from[item] = at
  items.phase[item] = 0
  items.phaseFrom[item] = at
  items.calledBack[item] = 0
  items.overflows[item] = 0
  items.admitted[item] = 0
  items.toWait[item] = to === NONE ? Number.NaN : to_wait_s
  if (to !== NONE) askFirst(items, item, to)
  state.unsettled.items.push(item)
  settle(state)
}

function askFirst(items: State['items'], item: number, agent: number): void {
  const from = item * MOST_PERSONS
  for (let place = 0; place < items.persons[item]!; place++)
    if (items.person[from + place] === agent) items.person[from + place] = NONE
  items.person[from] = agent
  items.persons[item] = Math.max(1, items.persons[item]!)
}

/** Something about somebody changed: their state, their breaks, what they can, what they may have in hand. */
export function agentChanged(state: State, at: number, { agent, change }: { agent: number; change: AgentChange }): void {
  begin(state, at)
  const { agents } = state
  const wasReady = agents.state[agent] === READY
  describe(agents, state.plan, { agent, change })
  const isReady = agents.state[agent] === READY
  if (isReady && !wasReady) agents.since[agent] = at
  if (change.queues || change.abilities || change.team !== undefined || change.degree !== undefined) {
    judgeAgent(state, agent)
    state.reviewed.freed = true
  }
  if (isReady) review(state, agent)
  else stepAway(state, agent)
  state.unsettled.agents.push(agent)
  settle(state)
}

export function opened(state: State, at: number, queue: number): void {
  begin(state, at)
  state.open[queue] = 1
  const { lines, items, unsettled } = state
  const line = lines.held[queue]!
  while (line !== NONE && lines.size[line]! > 0) {
    const item = lines.heap[line]![0]!
    unhold(state, item)
    items.from[item] = at
    items.phase[item] = 0
    items.phaseFrom[item] = at
    unsettled.items.push(item)
  }
  settle(state)
}

/** Who waits is still served, or goes the way of what arrives, as the rules say. */
export function closed(state: State, at: number, queue: number): void {
  begin(state, at)
  state.open[queue] = 0
  const { items, plan } = state
  const rules = plan.queues[queue]!
  if (rules.closesOut) {
    const waiting: number[] = []
    for (let item = 0; item < items.size; item++)
      if (items.where[item] === WAITING && items.queue[item] === queue) waiting.push(item)
    waiting.sort((item, other) => (comesBefore(state, { item, other }) ? -1 : 1))
    for (const item of waiting) {
      stopWaiting(state, item)
      items.admitted[item] = 0
      goElsewhere(state, item, { how: rules.closed, why: 'closing' })
    }
  }
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

export function tick(state: State, at: number): void {
  begin(state, at)
  settle(state)
}
