// Breaks moved in chains: one moves into the place that another leaves, until an end that helps is reached. A single move often helps nobody where
// three together do (augmenting paths; the ejection chains of Glover, Discrete Applied Mathematics 65, 1996).
import type { Planned } from './person.ts'
import { MOST_PAUSES, optionAt, type Rota } from './rota.ts'
import { add, remove } from './supply.ts'

type Held = { person: Planned; day: number; at: number; from: number; to: number } // a break of one slot, its window in slots of the plan

/** Moves breaks of one kind of people on one day as long as a chain of them makes coverage cheaper. Returns how much cheaper. */
export function chainBreaks(rota: Rota, { type, day }: { type: number; day: number }): number {
  const { supply, problem } = rota
  const before = supply.cost
  const held = breaksOf(rota, type, day)
  if (held.length === 0) return 0
  const from = problem.grid.dayStart[day]!
  const to = Math.max(...held.map((each) => each.to)) + 1
  for (let rounds = 0; rounds < 400; rounds++) {
    const chain = bestChain(rota, { held, type, from, to })
    if (!chain) break
    add(supply, type, chain.first)
    remove(supply, type, chain.last)
    for (const { held: each, slot } of chain.moves) rota.pauses[each.at] = slot
  }
  return before - supply.cost
}

function breaksOf(rota: Rota, type: number, day: number): Held[] {
  return rota.problem.people.flatMap((person): Held[] => {
    if (person.type !== type) return []
    const option = optionAt(rota, person, day)
    if (!option) return []
    return option.pauses.flatMap(({ length, from, to }, i) =>
      length === 1
        ? [
            {
              person,
              day,
              at: (person.index * rota.days + day) * MOST_PAUSES + i,
              from: option.start + from,
              to: option.start + to,
            },
          ]
        : [],
    )
  })
}

type Chain = { first: number; last: number; moves: { held: Held; slot: number }[] }
type Search = { held: readonly Held[]; type: number; from: number; to: number }

// From each slot where one more would help, along breaks that may go elsewhere, to where one fewer hurts least.
function bestChain(rota: Rota, { held, type, from, to }: Search): Chain | null {
  const { supply, pauses } = rota
  const at = Map.groupBy(held, (each) => pauses[each.at]!)
  const losses = new Map<number, number>()
  const lossOf = (slot: number): number => {
    const known = losses.get(slot)
    if (known !== undefined) return known
    const loss = costOfLess(rota, type, slot)
    losses.set(slot, loss)
    return loss
  }
  const starts = [...at.keys()]
    .filter((slot) => supply.plus[type * supply.room + slot]! < 0)
    .toSorted((a, b) => supply.plus[type * supply.room + a]! - supply.plus[type * supply.room + b]!)
  for (const first of starts) {
    const gain = -supply.plus[type * supply.room + first]!
    const end = reach({ at, first, gain, from, to }, lossOf)
    if (end) return end
  }
  return null
}

type Reach = { at: ReadonlyMap<number, readonly Held[]>; first: number; gain: number; from: number; to: number }

function reach({ at, first, gain, from, to }: Reach, lossOf: (slot: number) => number): Chain | null {
  const by = new Map<number, { held: Held; before: number }>()
  const queue = [first]
  for (let i = 0; i < queue.length; i++) {
    const here = queue[i]! // within the queue
    for (const held of at.get(here) ?? []) {
      for (let slot = Math.max(from, held.from); slot <= Math.min(to, held.to); slot++) {
        if (slot === first || by.has(slot)) continue
        by.set(slot, { held, before: here })
        if (lossOf(slot) < gain - 1e-6) return { first, last: slot, moves: movesTo(by, slot, first) }
        queue.push(slot)
      }
    }
  }
  return null
}

function movesTo(by: ReadonlyMap<number, { held: Held; before: number }>, last: number, first: number): Chain['moves'] {
  const moves: Chain['moves'] = []
  for (let slot = last; slot !== first;) {
    const { held, before } = by.get(slot)! // each slot was reached from another
    moves.push({ held, slot })
    slot = before
  }
  return moves
}

// What one person fewer would cost: taken away and put back, since others may fill the place.
function costOfLess({ supply }: Rota, type: number, slot: number): number {
  const before = supply.cost
  if (!isThere(supply, type, slot)) return Infinity
  remove(supply, type, slot)
  const loss = supply.cost - before
  add(supply, type, slot)
  return loss
}

function isThere({ serving, needs, room, problem }: Rota['supply'], type: number, slot: number): boolean {
  return problem.types[type]!.some((need) => serving[(type * needs + need) * room + slot]! > 0)
}
