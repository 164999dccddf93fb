// What has become due: offers that lapsed, wrap-ups that ran out, the next step of what waits. The caller comes back in time (`nextWake`) or is late:
// then all of it is done at the time of the event, not as if it had been done before, since nobody can be offered anything in the past.
import { barAgent } from './bars.ts'
import { PAUSE, WITHDRAW, WRAPPED, type Why } from './decision.ts'
import { decide } from './decide.ts'
import { review } from './free.ts'
import { letGo } from './hand.ts'
import { RINGING } from './holds.ts'
import { NOWHERE } from './items.ts'
import { isAwaited } from './persons.ts'
import { catchUp, drop, seek } from './place.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import { PAUSED } from './seats.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { clearTimer } from './timers.ts'
import { stopWaiting } from './wait.ts'

/** When the caller must come back with a `tick` if nothing happens before; Infinity: nothing is due. */
export const nextWake = ({ timers }: Pick<State, 'timers'>): number =>
  timers.count === 0 ? Infinity : timers.due[timers.heap[0]!]!

export function doDue(state: State): void {
  const { timers } = state
  while (timers.count > 0 && timers.due[timers.heap[0]!]! <= state.at) {
    const timer = timers.heap[0]!
    clearTimer(state, timer)
    if ((timer & 1) === 0) goOn(state, timer >> 1)
    else if (state.holds.state[timer >> 1] === RINGING) lapse(state, timer >> 1)
    else wrappedUp(state, timer >> 1)
    settle(state)
  }
}

function goOn(state: State, item: number): void {
  stopWaiting(state, item)
  if (!catchUp(state, item)) seek(state, item)
}

function wrappedUp(state: State, hold: number): void {
  const item = state.holds.item[hold]!
  decide(state, WRAPPED, { item, agent: state.holds.agent[hold]! })
  letGo(state, hold)
  drop(state, item)
}

/** Nobody answered. After as many in a row as the rules say, the agent is paused. */
export function lapse(state: State, hold: number): void {
  const { holds, agents, items, plan } = state
  const agent = holds.agent[hold]!
  const queue = plan.queues[items.queue[holds.item[hold]!]!]!
  giveBack(state, hold, 'lapsed')
  agents.lapses[agent]!++
  if (agents.lapses[agent]! < queue.awayAfter) return
  agents.lapses[agent] = 0
  agents.state[agent] = PAUSED
  decide(state, PAUSE, { item: NONE, agent })
  stepAway(state, agent)
}

/** They said no, or nothing: not offered the same for a while, and last among those who are free. Where nobody else is asked, it comes back to its place. */
export function giveBack(state: State, hold: number, why: Why): void {
  const { holds, agents, items, plan } = state
  const agent = holds.agent[hold]!
  const item = holds.item[hold]!
  decide(state, WITHDRAW, { item, agent, why })
  barAgent(state, item, { agent, until: state.at + plan.queues[items.queue[item]!]!.declinedFor })
  agents.since[agent] = state.at
  letGo(state, hold)
  returnIfFree(state, item)
}

function returnIfFree(state: State, item: number): void {
  if (state.items.hold[item] !== NONE) return
  state.items.where[item] = NOWHERE
  state.unsettled.items.push(item)
}

/** Somebody is not ready any more: what they were asked comes back, and what waited for them alone waits for them no longer. */
export function stepAway(state: State, agent: number): void {
  const { holds, agents, items } = state
  review(state, agent)
  for (let hold = agents.hold[agent]!; hold !== NONE;) {
    const next = holds.next[hold]!
    if (holds.state[hold] === RINGING) {
      const item = holds.item[hold]!
      decide(state, WITHDRAW, { item, agent, why: 'agent_gone' })
      letGo(state, hold)
      returnIfFree(state, item)
    }
    hold = next
  }
  for (let node = agents.own[agent]!; node !== NONE;) {
    const next = items.personNext[node]!
    const item = Math.floor(node / MOST_PERSONS)
    if (items.pos[item] === NONE && !isAwaited(state, item)) {
      stopWaiting(state, item)
      state.unsettled.items.push(item)
    }
    node = next
  }
}
