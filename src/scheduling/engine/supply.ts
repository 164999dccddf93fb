// Who serves what in each slot: people of several skills stand where they are needed most. One more or one fewer moves others along a shortest path, so
// the allocation stays the cheapest there is (successive shortest paths of a convex flow: Ahuja, Magnanti, Orlin, Network Flows, 1993, chapter 14).
import type { Problem } from './problem.ts'

export type Supply = {
  problem: Pick<Problem, 'types' | 'step' | 'stepAt'>
  room: number
  needs: number
  level: Int16Array // people at each need, by need and slot
  serving: Int16Array // people of each kind at each need, by kind, need and slot
  plus: Float64Array // cost of one more of a kind in a slot, by kind and slot
  minus: Float64Array // and by one fewer; Infinity where nobody of the kind is. True after `priceFewer`
  stale: Uint8Array // by slot: 1 where `minus` is of before
  cost: number
  movers: readonly number[] // kinds that serve several needs
}

export function newSupply({ grid, needs, types, step, stepAt }: Problem): Supply {
  const { room } = grid
  const supply: Supply = {
    problem: { types, step, stepAt },
    room,
    needs: needs.length,
    level: new Int16Array(needs.length * room),
    serving: new Int16Array(types.length * needs.length * room),
    plus: new Float64Array(types.length * room),
    minus: new Float64Array(types.length * room),
    stale: new Uint8Array(room).fill(1),
    cost: 0,
    movers: types.flatMap((serves, type) => (serves.length > 1 ? [type] : [])),
  }
  for (let slot = 0; slot < room; slot++) price(supply, slot)
  return supply
}

const distance = new Float64Array(64)
const via = new Int32Array(64) // the kind whose person moves on; -1: the place itself
const next = new Int32Array(64)

/** One more of a kind in a slot. */
export function add(supply: Supply, type: number, slot: number): void {
  const { level, serving, room, needs, problem } = supply
  reachForOneMore(supply, slot)
  let need = cheapest(problem.types[type]!)
  supply.cost += distance[need]!
  serving[(type * needs + need) * room + slot]! += 1
  while (via[need]! >= 0) {
    const moved = via[need]!
    const to = next[need]!
    serving[(moved * needs + need) * room + slot]! -= 1
    serving[(moved * needs + to) * room + slot]! += 1
    need = to
  }
  level[need * room + slot]! += 1
  price(supply, slot)
}

/** One fewer of a kind in a slot; there must be one. */
export function remove(supply: Supply, type: number, slot: number): void {
  const { level, serving, room, needs, problem } = supply
  reachForOneFewer(supply, slot)
  let need = -1
  for (const each of problem.types[type]!)
    if (serving[(type * needs + each) * room + slot]! > 0 && (need < 0 || distance[each]! < distance[need]!)) need = each
  if (need < 0) throw new Error('nobody of this kind is there to be taken away')
  supply.cost += distance[need]!
  serving[(type * needs + need) * room + slot]! -= 1
  while (via[need]! >= 0) {
    const moved = via[need]!
    const from = next[need]!
    serving[(moved * needs + from) * room + slot]! -= 1
    serving[(moved * needs + need) * room + slot]! += 1
    need = from
  }
  level[need * room + slot]! -= 1
  price(supply, slot)
}

function cheapest(needs: readonly number[]): number {
  let best = needs[0]! // a kind serves something
  for (const need of needs) if (distance[need]! < distance[best]!) best = need
  return best
}

// Cost of one more at each need, where somebody there may move on to another.
function reachForOneMore(supply: Supply, slot: number): void {
  const { level, room, needs, problem } = supply
  for (let need = 0; need < needs; need++) {
    const at = need * room + slot
    distance[need] = problem.step[problem.stepAt[at]! + level[at]!]!
    via[need] = -1
  }
  settle(supply, slot, true)
}

function reachForOneFewer(supply: Supply, slot: number): void {
  const { level, room, needs, problem } = supply
  for (let need = 0; need < needs; need++) {
    const at = need * room + slot
    distance[need] = level[at]! > 0 ? -problem.step[problem.stepAt[at]! + level[at]! - 1]! : Infinity
    via[need] = -1
  }
  settle(supply, slot, false)
}

// `more`: a person at `from` moves to `to`, where one more is cheaper. Otherwise a person at `to` comes to fill `from`.
function settle({ serving, room, needs, problem, movers }: Supply, slot: number, more: boolean): void {
  for (let changed = true; changed;) {
    changed = false
    for (const type of movers) {
      const serves = problem.types[type]!
      const best = more ? cheapest(serves) : cheapestHeld({ serving, room, needs }, type, slot)
      if (best < 0) continue
      for (const from of serves) {
        if (distance[from]! <= distance[best]! + 1e-9) continue
        if (more && serving[(type * needs + from) * room + slot] === 0) continue
        distance[from] = distance[best]!
        via[from] = type
        next[from] = best
        changed = true
      }
    }
  }
}

function cheapestHeld({ serving, room, needs }: Pick<Supply, 'serving' | 'room' | 'needs'>, type: number, slot: number): number {
  let best = -1
  for (let need = 0; need < needs; need++)
    if (serving[(type * needs + need) * room + slot]! > 0 && (best < 0 || distance[need]! < distance[best]!)) best = need
  return best
}

function price(supply: Supply, slot: number): void {
  const { problem, room, plus } = supply
  supply.stale[slot] = 1
  reachForOneMore(supply, slot)
  for (let type = 0; type < problem.types.length; type++) plus[type * room + slot] = distance[cheapest(problem.types[type]!)]!
}

/** What one person fewer of each kind costs in these slots, into `minus`. */
export function priceFewer(supply: Supply, { from, to }: { from: number; to: number }): void {
  const { problem, room, needs, serving, minus, stale } = supply
  for (let slot = from; slot < to; slot++) {
    if (stale[slot] === 0) continue
    reachForOneFewer(supply, slot)
    for (const [type, serves] of problem.types.entries()) {
      let least = Infinity
      for (const need of serves) if (serving[(type * needs + need) * room + slot]! > 0) least = Math.min(least, distance[need]!)
      minus[type * room + slot] = least
    }
    stale[slot] = 0
  }
}
