// The whole state: columns, no object of an item's or agent's own.
import { newBars, type Bars } from './bars.ts'
import { newDecided, type Decided } from './decision.ts'
import { review } from './free.ts'
import { newHolds, type Holds } from './holds.ts'
import { newItems, type Items } from './items.ts'
import { newLines, type Lines } from './lines.ts'
import type { Agent } from './people.ts'
import { planOf, type Plan } from './plan.ts'
import type { Rules } from './rules.ts'
import { newSeats, type Seats } from './seats.ts'
import { newTimers, type Timers } from './timers.ts'

export type State = {
  at: number // of the last event
  receipts: boolean // may be changed between two steps
  plan: Plan
  agents: Seats
  items: Items
  holds: Holds
  bars: Bars
  lines: Lines
  timers: Timers
  open: Uint8Array // by queue
  decided: Decided // of the last step
  unsettled: Unsettled
  reviewed: { changed: boolean } // who is free for instant work changed: work that is held back for it may now be offered
}

/** What an event has left to be matched, within a step. */
export type Unsettled = { items: number[]; agents: number[] }

const FIRST_SLOTS = 64

/** A state with nothing in it yet. `at`: the instant it begins, seconds; agents count as free since then. */
export function newState(rules: Rules, agents: readonly Agent[], options: { at?: number; receipts?: boolean } = {}): State {
  const plan = planOf(rules)
  const { at = 0, receipts = false } = options
  const state: State = {
    at,
    receipts,
    plan,
    agents: newSeats(plan, agents),
    items: newItems(FIRST_SLOTS),
    holds: newHolds(FIRST_SLOTS),
    bars: newBars(FIRST_SLOTS),
    lines: newLines({ agents: agents.length, queues: plan.queues.length, channels: plan.channels }),
    timers: newTimers(FIRST_SLOTS * 2),
    open: Uint8Array.from(plan.queues, ({ startsOpen }) => (startsOpen ? 1 : 0)),
    decided: newDecided(),
    unsettled: { items: [], agents: [] },
    reviewed: { changed: false },
  }
  state.agents.since.fill(at)
  for (let agent = 0; agent < agents.length; agent++) review(state, agent)
  return state
}
