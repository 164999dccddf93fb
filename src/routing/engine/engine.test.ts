// Properties that hold whatever the rules, the people and the day: GUICHET_ROUTING_RUNS=3000 for a long look.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  decisionsOf,
  keptOf,
  newState,
  NONE,
  rebuild,
  step,
  wheres,
  type Agent,
  type Decision,
  type Happening,
  type Receipt,
  type Rules,
  type State,
} from './index.ts'
import { isBarred } from './bars.ts'
import { holdOf } from './hand.ts'
import { precedes } from './lines.ts'
import { READY } from './seats.ts'
import { happening, someEvents, somePeople, someRules, type Chance, type There } from './test-chance.ts'
import { happen } from './test-oracle-steps.ts'
import { choosePiece, newWorld } from './test-oracle.ts'

const runs = Number(process.env['GUICHET_ROUTING_RUNS'] ?? 100)
const days = fc.record({ rules: someRules, people: somePeople, events: someEvents(150) })

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

// Runs a day and looks at the state after each event.
function live({ rules, people, events }: Day, look: (state: State, event: Happening) => void): State {
  const state = newState(rules, people)
  for (const chance of events) {
    const event = happening(chance, thereIs(state))
    if (!event) continue
    step(state, event)
    look(state, event)
  }
  return state
}
type Day = { rules: Rules; people: Agent[]; events: Chance[] }

test('nobody is offered more than they have room for, nor on a break, nor what they may not be asked', () => {
  fc.assert(
    fc.property(days, (day) => {
      const state = newState(day.rules, day.people)
      for (const chance of day.events) {
        const event = happening(chance, thereIs(state))
        if (!event) continue
        step(state, event)
        for (const decision of decisionsOf(state)) {
          if (decision.kind !== 'offer' && decision.kind !== 'give') continue
          const { agent, item } = decision
          const changed = event.kind === 'agent' && event.agent === agent // after what was due was offered
          if (changed || holdOf(state, item, agent) === NONE) continue
          assert.ok(state.agents.state[agent] === READY || event.kind === 'asks', 'offered to somebody who is not ready')
          assert.ok(state.agents.breakAt[agent]! > state.at, 'offered on a break')
          assert.ok(!isBarred(state, item, agent), 'offered again to whoever declined')
        }
        for (let agent = 0; agent < state.agents.count; agent++) assertFits(day, state, agent)
      }
    }),
    { numRuns: runs },
  )
})

// Whatever order it came in, what somebody has in hand came to be one by one with room for the next: the last that is not put aside fits beside the others.
function assertFits({ rules, events }: Day, state: State, agent: number): void {
  const { agents, holds, items } = state
  const held: number[] = rules.channels.map(() => 0)
  let inHand = 0
  for (let hold = agents.hold[agent]!; hold !== NONE; hold = holds.next[hold]!) {
    assert.equal(holds.agent[hold], agent)
    held[items.channel[holds.item[hold]!]!]!++
    inHand++
  }
  assert.equal(agents.inHand[agent], inHand)
  const byHand = events.some(
    ({ kind, agent: change }) => kind === 'taken' || (kind === 'agent' && ('most' in change || 'capacity' in change)),
  )
  held.forEach((count, channel) => {
    assert.equal(agents.held[agent * rules.channels.length + channel], count)
    if (byHand || count === 0) return
    assert.ok(count <= agents.most[agent * rules.channels.length + channel]!, 'too many of one channel')
    const beside = held.every((others, other) => others === 0 || (other === channel && count === 1) || allowed(rules, channel, other) || allowed(rules, other, channel)) // prettier-ignore
    assert.ok(beside, 'in hand together though neither may be offered while the other is')
  })
}
const allowed = (rules: Rules, offered: number, held: number): boolean =>
  (rules.channels[offered]!.while_serving[held] ?? 'no') !== 'no'

test('an item is in exactly one place, and the books agree', () => {
  fc.assert(
    fc.property(days, (day) => void live(day, assertBooks)),
    { numRuns: runs },
  )
})

function assertBooks(state: State): void {
  const { items, lines, holds, agents } = state
  const places = new Map<number, string[]>()
  const put = (item: number, place: string): void => void places.set(item, [...(places.get(item) ?? []), place])
  for (let line = 0; line < lines.count; line++)
    for (let at = 0; at < lines.size[line]!; at++) {
      const item = lines.heap[line]![at]!
      assert.equal(items.pos[item], at)
      if (at > 0) assert.ok(!precedes(items, item, lines.heap[line]![(at - 1) >> 1]!), 'the first of a line is not the first')
      put(item, lines.stage[line] === NONE ? 'held' : 'waiting')
    }
  for (let agent = 0; agent < agents.count; agent++)
    for (let hold = agents.hold[agent]!; hold !== NONE; hold = holds.next[hold]!)
      put(holds.item[hold]!, ['', 'offered', 'served', 'wrapping'][holds.state[hold]!]!)
  let count = 0
  for (let item = 0; item < items.size; item++) {
    const where = wheres[items.where[item]!]!
    const found = new Set(places.get(item) ?? [])
    if (where === 'none') assert.equal(found.size, 0)
    else count++
    if (where === 'waiting' && items.phase[item] !== 3) assert.equal(found.size, 0) // in the lists of its persons
    else if (where !== 'none') assert.deepEqual([...found], [where])
  }
  assert.equal(items.live, count)
}

test('what waits never waits while somebody who may take it is free', () => {
  fc.assert(
    fc.property(days, ({ rules, people, events }) => {
      const state = newState(rules, people)
      const world = newWorld(rules, people)
      for (const chance of events) {
        const event = happening(chance, thereIs(state))
        if (!event) continue
        happen(world, byOrder(event, state))
        step(state, event)
        for (const person of world.people) {
          const could = person.state === 'ready' ? choosePiece(world, person, false)[0] : undefined
          assert.equal(could, undefined, `${person.handle} is free and could take ${could?.handle}`)
        }
      }
    }),
    { numRuns: Math.ceil(runs / 3) },
  )
})

test('the same events lead to the same decisions, receipts or not', () => {
  fc.assert(
    fc.property(days, ({ rules, people, events }) => {
      const one = newState(rules, people)
      const other = newState(rules, people, { receipts: true })
      for (const chance of events) {
        const event = happening(chance, thereIs(one))
        if (!event) continue
        step(one, event)
        step(other, event)
        assert.deepEqual(allSaid(one), allSaid(other))
        for (const decision of decisionsOf(other))
          if (decision.kind === 'offer' || decision.kind === 'give') assertReceipt(other, decision)
      }
    }),
    { numRuns: runs },
  )
})

function assertReceipt(
  state: State,
  { receipt, agent, item }: { receipt?: Receipt | undefined; agent: number; item: number },
): void {
  assert.ok(receipt, 'an offer without its receipt')
  assert.equal(receipt.item, item)
  assert.ok(receipt.chosen.includes(agent))
  assert.equal(receipt.candidates[0]!.agent, receipt.chosen[0])
  const counted = receipt.candidates.length + receipt.more_candidates + receipt.others.reduce((sum, { count }) => sum + count, 0)
  const unexpected = receipt.occasion === 'asked' ? 1 : 0 // who asked may not have been among those it would have been offered to
  assert.ok(
    counted === state.agents.count || counted === state.agents.count + unexpected,
    `${counted} of ${state.agents.count} people are told of`,
  )
}

test('a state built again from what was kept decides like the one it was kept of', () => {
  fc.assert(
    fc.property(days, fc.nat(40), ({ rules, people, events }, when) => {
      const state = newState(rules, people)
      let again: State | null = null
      let slots = new Map<number, number>() // by the order of arrival, in the state built again
      events.forEach((chance, i) => {
        if (i === when) {
          const kept = structuredClone(keptOf(state))
          again = rebuild(rules, kept)
          assert.deepEqual(allSaid(again), [])
          slots = new Map(kept.items.map(({ slot }, at) => [state.items.seq[slot]!, at]))
        }
        const event = happening(chance, thereIs(state))
        if (!event) return
        const named = byOrder(event, state)
        const arrived = step(state, event)
        if (again === null) return
        const there = 'item' in named && named.kind !== 'arrived' ? { ...named, item: slots.get(named.item)! } : named
        const slot = step(again, there)
        if (arrived !== NONE) slots.set(state.items.seq[arrived]!, slot)
        const order = new Map([...slots].map(([seq, at]) => [at, seq]))
        const saidAgain = decisionsOf(again).map((decision) => said(decision, (at) => order.get(at)!))
        assert.deepEqual(saidAgain.toSorted(), allSaid(state).toSorted())
      })
    }),
    { numRuns: runs },
  )
})
