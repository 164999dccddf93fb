// What has to be kept of a state to build the same one again (`keptOf(state)`, `rebuild(rules, kept)`): plain data, numbers as in rules.ts.
import type { Agent } from './people.ts'
import type { Item, ItemNeeds } from './work.ts'

export type Kept = {
  at: number
  agents: readonly KeptAgent[]
  queues: readonly { open: boolean; last: number }[] // last: whose turn it was
  items: readonly KeptItem[] // in the order they arrived
}

export type KeptAgent = Agent & { since: number; handled: number; lapses: number }

export type KeptItem = {
  slot: number // the handle it had; `rebuild` gives new ones, in the order of the list
  item: Item
  needs: ItemNeeds | null
  arrived_at: number
  from: number // rings, relaxing and overflow count from here
  phase: number // 0 owner, 1 contact, 2 deputies, 3 pool
  phase_from: number
  stage: number // of its rings and needs, as far as it has been told
  admitted: boolean // it was let in: a full queue does not refuse it when it comes back
  called_back: boolean // a call-back was offered
  overflows: number
  to_wait_s: number | null
  excluded: readonly { agent: number; until: number }[] // Infinity: for good
  where: Where
  hands: readonly { agent: number; until: number }[] // who is asked, or has it; until: of the offer or the wrap-up
}
export const wheres = ['none', 'waiting', 'held', 'offered', 'served', 'wrapping'] as const
export type Where = (typeof wheres)[number]
