// What somebody has in hand: taking it, putting it aside for something that interrupts, letting go.
import { OFFER, PUT_ASIDE, RESUME, WITHDRAW, type Why } from './decision.ts'
import { decide } from './decide.ts'
import { review } from './free.ts'
import { freeHold, newHold, RINGING, SERVING, WRAPPING_UP } from './holds.ts'
import { INTERRUPTS } from './plan.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'
import { clearTimer, setTimer, timerOfHold } from './timers.ts'

/** From now on the item counts among what the agent has in hand: asked (with the end of the offer) or serving. */
export function takeInHand(state: State, item: number, { agent, until }: { agent: number; until: number | null }): void {
  const hold = linkHold(state, item, agent)
  if (until === null) beginServing(state, hold)
  else {
    ring(state, hold)
    state.holds.until[hold] = until
    setTimer(state, timerOfHold(hold), until)
    review(state, agent)
  }
}

/** They are asked, and have not answered yet. */
export function ring({ holds, agents, items, plan }: State, hold: number): void {
  const agent = holds.agent[hold]!
  holds.state[hold] = RINGING
  agents.ringing[agent]!++
  agents.rung[agent * plan.channels + items.channel[holds.item[hold]!]!]!++
}

function stopRinging({ holds, agents, items, plan }: State, hold: number): void {
  const agent = holds.agent[hold]!
  agents.ringing[agent]!--
  agents.rung[agent * plan.channels + items.channel[holds.item[hold]!]!]!--
}

/** The bare link between an item and an agent, counted. */
export function linkHold(state: State, item: number, agent: number): number {
  const { holds, agents, items, plan } = state
  const hold = newHold(holds)
  holds.item[hold] = item
  holds.agent[hold] = agent
  holds.until[hold] = Infinity
  holds.nextOfItem[hold] = items.hold[item]!
  items.hold[item] = hold
  const next = agents.hold[agent]!
  holds.next[hold] = next
  holds.prev[hold] = NONE
  if (next !== NONE) holds.prev[next] = hold
  agents.hold[agent] = hold
  agents.held[agent * plan.channels + items.channel[item]!]!++
  agents.inHand[agent]!++
  return hold
}

/** The offer is accepted, or there was none. */
export function beginServing(state: State, hold: number): void {
  const { holds, agents } = state
  const agent = holds.agent[hold]!
  if (holds.state[hold] === RINGING) {
    stopRinging(state, hold)
    state.unsettled.agents.push(agent) // what waited for their answer may be offered now
  }
  holds.state[hold] = SERVING
  if (holds.until[hold] !== Infinity) {
    holds.until[hold] = Infinity
    clearTimer(state, timerOfHold(hold))
  }
  agents.since[agent] = state.at
  agents.handled[agent]!++
  agents.lapses[agent] = 0
  review(state, agent)
  if (state.plan.interrupts) putAside(state, agent)
}

/** The agent has the item no longer in hand, however it ended. */
export function letGo(state: State, hold: number): void {
  const { holds, agents, items, plan } = state
  const agent = holds.agent[hold]!
  const item = holds.item[hold]!
  if (holds.until[hold] !== Infinity) clearTimer(state, timerOfHold(hold))
  if (holds.state[hold] === RINGING) stopRinging(state, hold)
  else agents.since[agent] = state.at
  if (holds.state[hold] === WRAPPING_UP) agents.wrapping[agent]!--
  const next = holds.next[hold]!
  const prev = holds.prev[hold]!
  if (prev === NONE) agents.hold[agent] = next
  else holds.next[prev] = next
  if (next !== NONE) holds.prev[next] = prev
  unlinkFromItem(state, item, hold)
  freeHold(holds, hold)
  agents.held[agent * plan.channels + items.channel[item]!]!--
  agents.inHand[agent]!--
  review(state, agent)
  if (plan.interrupts) putAside(state, agent)
  state.unsettled.agents.push(agent)
}

function unlinkFromItem({ holds, items }: State, item: number, hold: number): void {
  if (items.hold[item] === hold) {
    items.hold[item] = holds.nextOfItem[hold]!
    return
  }
  let before = items.hold[item]!
  while (holds.nextOfItem[before] !== hold) before = holds.nextOfItem[before]!
  holds.nextOfItem[before] = holds.nextOfItem[hold]!
}

/** The hold by which this agent is asked for or has this item; NONE: they do not. */
export function holdOf({ holds, items }: State, item: number, agent: number): number {
  for (let hold = items.hold[item]!; hold !== NONE; hold = holds.nextOfItem[hold]!) if (holds.agent[hold] === agent) return hold
  return NONE
}

/** All who were asked are let go, but for one. */
export function withdrawAll(state: State, item: number, { but, why }: { but: number; why: Why }): void {
  const { holds, items } = state
  for (let hold = items.hold[item]!; hold !== NONE;) {
    const next = holds.nextOfItem[hold]!
    const agent = holds.agent[hold]!
    if (agent !== but) {
      decide(state, WITHDRAW, { item, agent, why })
      letGo(state, hold)
    }
    hold = next
  }
}

/** What is being served is aside as long as something that interrupts it is in hand too; what only rings does not interrupt. */
export function putAside(state: State, agent: number): void {
  const { holds } = state
  for (let hold = state.agents.hold[agent]!; hold !== NONE; hold = holds.next[hold]!) {
    if (holds.state[hold] !== SERVING) continue
    const aside = isInterrupted(state, hold) ? 1 : 0
    if (aside === holds.aside[hold]) continue
    holds.aside[hold] = aside
    decide(state, aside === 1 ? PUT_ASIDE : RESUME, { item: holds.item[hold]!, agent })
  }
}

function isInterrupted({ holds, agents, items, plan }: State, hold: number): boolean {
  const channel = items.channel[holds.item[hold]!]!
  for (let other = agents.hold[holds.agent[hold]!]!; other !== NONE; other = holds.next[other]!) {
    if (other === hold || holds.state[other] === RINGING) continue
    if (plan.matrix[items.channel[holds.item[other]!]! * plan.channels + channel] === INTERRUPTS) return true
  }
  return false
}

/** An offer, as a decision. */
export function announce(
  state: State,
  item: number,
  { agent, kind, until }: { agent: number; kind: number; until: number },
): number {
  const at = decide(state, kind, { item, agent })
  state.decided.queue[at] = state.items.queue[item]!
  if (kind === OFFER) state.decided.until[at] = until
  return at
}
