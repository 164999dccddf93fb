// One event, one step.
import type { Happening } from './happening.ts'
import { needsHandle } from './new-line.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'
import * as verbs from './verbs.ts'

/**
 * Advances the state by one event; what was decided stands in `state.decided` until the next step. Gives the handle of an item that
 * arrived, otherwise NONE. Throws RangeError where time goes back.
 */
export function step(state: State, event: Happening): number {
  const { at } = event
  switch (event.kind) {
    case 'arrived':
      return verbs.arrived(state, at, event.needs ? { ...event.item, needs: needsHandle(state, event.needs) } : event.item)
    case 'moved':
      verbs.moved(state, at, event)
      return NONE
    case 'longer':
      verbs.longer(state, at, event)
      return NONE
    case 'agent':
      verbs.agentChanged(state, at, event)
      return NONE
    case 'asks':
      verbs.asks(state, at, event.agent)
      return NONE
    case 'opened':
    case 'closed':
      verbs[event.kind](state, at, event.queue)
      return NONE
    case 'left':
    case 'finished':
    case 'wrapped':
      verbs[event.kind](state, at, event.item)
      return NONE
    case 'accepted':
    case 'declined':
    case 'lapsed':
    case 'taken':
      verbs[event.kind](state, at, event)
      return NONE
    case 'tick':
      verbs.tick(state, at)
      return NONE
  }
}
