// The end of work in hand, and of its wrap-up.
import { begin } from './begin.ts'
import { ignore } from './decide.ts'
import { letGo } from './hand.ts'
import { WRAPPING_UP } from './holds.ts'
import { SERVED, WRAPPING } from './items.ts'
import { drop } from './place.ts'
import { NONE } from './rules.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import { setTimer, timerOfHold } from './timers.ts'

/** Whoever had it in hand is done; where the queue has a wrap-up it stays in their hand until `wrapped`, or until its time is up. */
export function finished(state: State, at: number, item: number): void {
  begin(state, at)
  if (state.items.where[item] !== SERVED) return isElsewhere(state, item)
  const hold = state.items.hold[item]!
  const { wrapUp } = state.plan.queues[state.items.queue[item]!]!
  if (wrapUp > 0) {
    state.items.where[item] = WRAPPING
    state.holds.state[hold] = WRAPPING_UP
    state.agents.wrapping[state.holds.agent[hold]!]!++
    state.holds.until[hold] = at + wrapUp
    setTimer(state, timerOfHold(hold), at + wrapUp)
  } else {
    letGo(state, hold)
    drop(state, item)
  }
  settle(state)
}

function isElsewhere(state: State, item: number): void {
  ignore(state, { item, agent: NONE }, 'not_there')
}

export function wrapped(state: State, at: number, item: number): void {
  begin(state, at)
  if (state.items.where[item] !== WRAPPING) return isElsewhere(state, item)
  letGo(state, state.items.hold[item]!)
  drop(state, item)
  settle(state)
}

/** The wrap-up may take this much more, in seconds. */
export function longer(state: State, at: number, { item, seconds }: { item: number; seconds: number }): void {
  begin(state, at)
  if (state.items.where[item] !== WRAPPING) return isElsewhere(state, item)
  const hold = state.items.hold[item]!
  state.holds.until[hold]! += seconds
  setTimer(state, timerOfHold(hold), state.holds.until[hold]!)
  settle(state)
}
