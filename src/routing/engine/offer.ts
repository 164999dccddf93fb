// An item and an agent have found each other: it rings, or is given at once.
import { chooseAll } from './choose-agent.ts'
import { GIVE, OFFER } from './decision.ts'
import { explain } from './explain.ts'
import { announce, takeInHand } from './hand.ts'
import { OFFERED, POOL, SERVED, WAITING } from './items.ts'
import { placeOf } from './persons.ts'
import type { Occasion, Receipt } from './receipt.ts'
import type { State } from './state.ts'
import { stopWaiting } from './wait.ts'

export function offer(state: State, item: number, { agent, occasion }: { agent: number; occasion: Occasion }): void {
  const queue = state.plan.queues[state.items.queue[item]!]!
  const given = queue.auto || occasion === 'asked'
  const rings = !given && queue.strategy === 'ring_all' && placeOf(state, item, agent) === POOL
  const asked = rings ? chooseAll(state, item).slice(0, queue.ringMost) : null
  const receipt = state.receipts ? explain(state, item, { chosen: asked ?? [agent], occasion }) : undefined
  if (state.items.where[item] === WAITING) stopWaiting(state, item)
  state.items.where[item] = given ? SERVED : OFFERED
  state.agents.lastOf[state.items.queue[item]!] = agent
  const until = given ? Infinity : state.at + queue.ringsFor
  for (const each of asked ?? [agent]) reach(state, item, { agent: each, until, receipt })
}

function reach(state: State, item: number, { agent, until, receipt }: Reach): void {
  const at = announce(state, item, { agent, kind: until === Infinity ? GIVE : OFFER, until })
  if (receipt) state.decided.receipt[at] = receipt
  takeInHand(state, item, { agent, until: until === Infinity ? null : until })
}
type Reach = { agent: number; until: number; receipt: Receipt | undefined }
