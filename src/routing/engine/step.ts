// One event, one step.
import { accepted, asks, declined, lapsed, taken } from './answer.ts'
import { arrived, left, moved } from './arrive.ts'
import { agentChanged, closed, opened, tick } from './change.ts'
import { raised } from './raise.ts'
import { finished, longer, wrapped } from './finish.ts'
import type { Happening } from './happening.ts'
import { needsHandle } from './new-line.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'

/**
 * Advances the state by one event; what was decided stands in `state.decided` until the next step. Gives the handle of an item that
 * arrived, otherwise NONE. Throws RangeError where time goes back.
 */
export function step(state: State, event: Happening): number {
  if (event.kind === 'arrived')
    return arrived(state, event.at, event.needs ? { ...event.item, needs: needsHandle(state, event.needs) } : event.item)
  if ('agent' in event) ofAgent(state, event)
  else if ('item' in event) ofItem(state, event)
  else if (event.kind === 'tick') tick(state, event.at)
  else if (event.kind === 'opened') opened(state, event.at, event.queue)
  else closed(state, event.at, event.queue)
  return NONE
}

function ofAgent(state: State, event: Extract<Happening, { agent: number }>): void {
  switch (event.kind) {
    case 'accepted':
      return accepted(state, event.at, event)
    case 'declined':
      return declined(state, event.at, event)
    case 'lapsed':
      return lapsed(state, event.at, event)
    case 'taken':
      return taken(state, event.at, event)
    case 'agent':
      return agentChanged(state, event.at, event)
    case 'asks':
      return asks(state, event.at, event.agent)
  }
}

function ofItem(state: State, event: Exclude<Extract<Happening, { item: number }>, { agent: number }>): void {
  switch (event.kind) {
    case 'left':
      return left(state, event.at, event.item)
    case 'finished':
      return finished(state, event.at, event.item)
    case 'wrapped':
      return wrapped(state, event.at, event.item)
    case 'longer':
      return longer(state, event.at, event)
    case 'moved':
      return moved(state, event.at, event)
    case 'raised':
      return raised(state, event.at, event)
  }
}
