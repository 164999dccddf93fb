// A work item as it arrives.
import type { Need } from './rules.ts'

export type Item = {
  queue: number
  channel: number
  place_at?: number // its place in the queue: now, or earlier for a call-back that keeps the one it had
  priority?: number // points of its own
  earlier_contacts?: number // of the same customer today
  waited_before_s?: number // at a counter, in an earlier queue
  due_at?: number // deferred queues
  owner?: number // agents, or NONE
  contact?: number
  deputies?: readonly number[]
  needs?: number // a handle of `needsHandle(state, …)`: what it needs beyond its queue; 0: nothing
  not_agents?: readonly number[] // never offered to these
}

/** What one item needs beyond what its queue asks. */
export type ItemNeeds = { needs: readonly Need[]; degree?: number }
