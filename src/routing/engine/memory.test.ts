// What the engine keeps follows what is there, not what has been.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrived, declined, finished, left, newState, OFFER, type State } from './index.ts'
import { accepted } from './answer.ts'

const rules = {
  channels: [{ units: 1, most: 1, while_serving: [] }],
  queues: [
    { offer: { auto_accept: true } },
    { offer: { rings_s: 20, declined_for_s: 5 }, rings: [{ after_s: 0, teams: [0] }, { after_s: 30, teams: [1] }], persons: { owner: { wait_s: 10 } } },
  ],
} // prettier-ignore
const people = Array.from({ length: 20 }, (_, i) => ({
  state: 'ready' as const,
  team: i % 2,
  queues: [{ queue: 0 }, { queue: 1 }],
}))

const sizes = ({ items, holds, bars, lines, timers, decided }: State): number[] => [
  items.size, holds.size, bars.size, lines.count, lines.needs.length, timers.due.length, timers.heap.length, decided.kind.length,
] // prettier-ignore

test('a million items through leave the state no larger than the first few', () => {
  const state = newState(rules, people)
  const some = { queue: 0, channel: 0 }
  const others = { queue: 1, channel: 0, owner: 3 }
  const open: number[] = []
  const through = (items: number): void => {
    for (let i = 0; i < items; i++) {
      open.push(arrived(state, state.at + 1, i % 4 === 0 ? others : some))
      for (let at = 0; at < state.decided.count; at++) {
        const offer = { item: state.decided.item[at]!, agent: state.decided.agent[at]! }
        if (state.decided.kind[at] === OFFER) (i % 8 === 0 ? declined : accepted)(state, state.at, offer)
      }
      if (open.length > 40) open.splice(0, 20).forEach((item, at) => (at % 3 === 0 ? left : endOf)(state, state.at, item))
    }
  }
  through(10_000)
  const before = sizes(state)
  through(990_000)
  assert.deepEqual(sizes(state), before)
  assert.ok(state.items.size <= 256 && state.items.live <= 64)
})

// Whoever has it finishes it; what nobody has leaves.
function endOf(state: State, at: number, item: number): void {
  finished(state, at, item)
  if (state.items.where[item] !== 0 && state.decided.count > 0) left(state, at, item)
}
