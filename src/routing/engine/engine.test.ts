// Properties that hold whatever the rules, the people and the day: GUICHET_ROUTING_RUNS=5000 for a long look.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decisionsOf, keptOf, newState, rebuild, step, wheres, type Decision, type Happening, type State } from './index.ts'
import { happening, someEvents, somePeople, someRules, type There } from './test-chance.ts'
import { happen } from './test-oracle-steps.ts'
import { newWorld } from './test-oracle.ts'

const runs = Number(process.env['GUICHET_ROUTING_RUNS'] ?? 300)
const days = fc.record({ rules: someRules, people: somePeople, events: someEvents(60) })

function thereIs({ items, holds, agents, at }: State): There {
  const slots = Array.from({ length: items.size }, (_, slot) => slot).filter((slot) => items.where[slot] !== 0)
  const held = (slot: number): number[] => {
    const agentsOf: number[] = []
    for (let hold = items.hold[slot]!; hold !== -1; hold = holds.nextOfItem[hold]!) agentsOf.push(holds.agent[hold]!)
    return agentsOf.toSorted((a, b) => a - b)
  }
  const sorted = slots.toSorted((a, b) => items.seq[a]! - items.seq[b]!)
  return {
    at,
    agents: agents.count,
    items: sorted.map((handle) => ({ handle, where: wheres[items.where[handle]!]!, agents: held(handle) })),
  }
}

// A decision in words, items by the order in which they arrived.
function said(decision: Decision, order: (slot: number) => number): string {
  const about: (string | number)[] = [decision.kind, ...('item' in decision ? [order(decision.item)] : [])]
  if (decision.kind === 'ignored') return about.join(' ')
  if ('agent' in decision) about.push(decision.agent)
  if ('queue' in decision) about.push(decision.queue)
  if (decision.kind === 'widen') about.push(decision.stage)
  if ('why' in decision) about.push(decision.why)
  if ('until' in decision) about.push(decision.until)
  return about.join(' ')
}
const allSaid = (state: State): string[] => decisionsOf(state).map((decision) => said(decision, (slot) => state.items.seq[slot]!))

// The same event for somebody who knows items by the order of their arrival.
const byOrder = (event: Happening, state: State): Happening =>
  'item' in event && event.kind !== 'arrived' ? { ...event, item: state.items.seq[event.item]! } : event

test('whoever looks at everybody and everything comes to the same decisions', () => {
  fc.assert(
    fc.property(days, ({ rules, people, events }) => {
      const state = newState(rules, people)
      const world = newWorld(rules, people)
      for (const chance of events) {
        const event = happening(chance, thereIs(state))
        if (!event) continue
        happen(world, byOrder(event, state))
        step(state, event)
        assert.deepEqual(allSaid(state).toSorted(), world.said.toSorted(), JSON.stringify(event))
      }
    }),
    { numRuns: runs },
  )
})
void keptOf
void rebuild
