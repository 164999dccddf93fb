// A state built again from what was kept of one: after a start, or under other rules.
import { describeItem } from './arrive.ts'
import { barAgent } from './bars.ts'
import { review } from './free.ts'
import { linkHold, putAside, ring } from './hand.ts'
import { SERVING, WRAPPING_UP } from './holds.ts'
import { newSlot, OFFERED, POOL, WAITING, WRAPPING, HELD } from './items.ts'
import { wheres, type Kept, type KeptItem } from './kept.ts'
import { needsHandle } from './new-line.ts'
import { goToStage } from './place.ts'
import { standInLine } from './score.ts'
import type { Rules } from './rules.ts'
import { settle } from './settle.ts'
import { newState, type State } from './state.ts'
import { setTimer, timerOfHold } from './timers.ts'
import { hold as holdBack } from './wait.ts'

/**
 * A state that decides as the one it was kept of. Items get new handles: their positions in `kept.items`. Under other rules the caller has
 * put the handles of the new rules into what was kept; what may be offered now that could not before stands in `state.decided`.
 */
export function rebuild(rules: Rules, kept: Kept, { receipts = false }: { receipts?: boolean } = {}): State {
  const state = newState(rules, kept.agents, { at: kept.at, receipts })
  kept.queues.forEach(({ open, last }, queue) => {
    state.open[queue] = open ? 1 : 0
    state.agents.lastOf[queue] = last
  })
  const slots = kept.items.map((item) => putItem(state, item))
  kept.agents.forEach(({ since, handled, lapses }, agent) => {
    state.agents.since[agent] = since
    state.agents.handled[agent] = handled
    state.agents.lapses[agent] = lapses
    review(state, agent)
    if (state.plan.interrupts) putAside(state, agent)
  })
  state.decided.count = 0
  state.reviewed.changed = state.lines.keeping.length > 0
  kept.items.forEach(({ where }, at) => void (where === 'waiting' && state.unsettled.items.push(slots[at]!)))
  settle(state)
  return state
}

function putItem(state: State, kept: KeptItem): number {
  const { items } = state
  const slot = newSlot(items)
  describeItem(state, slot, kept.needs ? { ...kept.item, needs: needsHandle(state, kept.needs) } : { ...kept.item, needs: 0 })
  items.arrivedAt[slot] = kept.arrived_at
  items.from[slot] = kept.from
  items.phase[slot] = kept.phase
  items.phaseFrom[slot] = kept.phase_from
  items.admitted[slot] = kept.admitted ? 1 : 0
  items.calledBack[slot] = kept.called_back ? 1 : 0
  items.overflows[slot] = kept.overflows
  items.toWait[slot] = kept.to_wait_s ?? Number.NaN
  for (const bar of kept.excluded) barAgent(state, slot, bar)
  standInLine(state, slot)
  if (items.persons[slot] === 0) items.phase[slot] = POOL
  goToStage(state, slot, kept.stage)
  const where = wheres.indexOf(kept.where)
  if (where === HELD) holdBack(state, slot)
  else if (where !== WAITING) items.where[slot] = where
  for (const hand of kept.hands) giveAgain(state, slot, hand)
  return slot
}

function giveAgain(state: State, slot: number, { agent, until }: { agent: number; until: number }): void {
  const { holds, items } = state
  const hold = linkHold(state, slot, agent)
  const where = items.where[slot]
  if (where === OFFERED) ring(state, hold)
  else holds.state[hold] = where === WRAPPING ? WRAPPING_UP : SERVING
  if (where === WRAPPING) state.agents.wrapping[agent]!++
  holds.until[hold] = until
  if (until !== Infinity) setTimer(state, timerOfHold(hold), until)
}
