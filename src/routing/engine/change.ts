// People and hours that change, and time that passes.
import { begin } from './begin.ts'
import { comesBefore } from './choose-item.ts'
import { stepAway } from './due.ts'
import { judgeAgent } from './fits.ts'
import { review } from './free.ts'
import { WAITING } from './items.ts'
import type { AgentChange } from './people.ts'
import { goElsewhere } from './place.ts'
import { NONE } from './rules.ts'
import { describe, READY } from './seats.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { stopWaiting, unhold } from './wait.ts'

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
    state.reviewed.changed = true
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

export function tick(state: State, at: number): void {
  begin(state, at)
  settle(state)
}
