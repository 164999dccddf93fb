// People as fractions: how many of each kind stand where, and what one more there is worth. Costs of coverage have kinks; near a centre of prices they
// are rounded off (a proximal term: Rockafellar, SIAM Journal on Control and Optimization 14, 1976), so that prices follow levels without jumping.
import type { Problem } from './problem.ts'
import type { Supply } from './supply.ts'

export type Crowd = {
  problem: Problem
  stiff: number // how much the price of a place rises with each person more
  centre: Float64Array // by need and slot: prices believed so far
  price: Float64Array // and those that the levels ask now
  level: Float64Array // people there
  mass: Float64Array // by kind, need and slot: people of each kind there
  cursor: Int32Array // whole people below what a place would hold at its price
}

/** Whoever is in a supply, as a crowd. @param centre prices to begin from */
export function crowdOf(problem: Problem, supply: Supply, { centre, stiff }: Pick<Crowd, 'centre' | 'stiff'>): Crowd {
  const crowd: Crowd = {
    problem,
    stiff,
    centre: centre.slice(),
    price: centre.slice(),
    level: Float64Array.from(supply.level),
    mass: Float64Array.from(supply.serving),
    cursor: new Int32Array(supply.level.length),
  }
  for (let at = 0; at < crowd.level.length; at++) priceAt(crowd, at)
  return crowd
}

/** The prices there are become those believed. */
export function believe(crowd: Crowd): void {
  crowd.centre.set(crowd.price)
  for (let at = 0; at < crowd.level.length; at++) priceAt(crowd, at)
}

// The place would hold as many as its own steps ask at this price, and is pulled to the centre for the rest: one price does both.
function priceAt({ problem: { step, stepAt, people }, level, centre, price, cursor, stiff }: Crowd, at: number): void {
  const steps = stepAt[at]!
  const asked = (held: number): number => centre[at]! + stiff * (level[at]! - held)
  let held = cursor[at]!
  while (held > 0 && asked(held) < step[steps + held - 1]!) held -= 1
  while (held < people.length && asked(held + 1) > step[steps + held]!) held += 1
  cursor[at] = held
  price[at] = held < people.length ? Math.min(asked(held), step[steps + held]!) : asked(held)
}

type Stretch = { type: number; slots: Int16Array | readonly number[] }

/** So much of a person more (or fewer) in each of these slots, where they are worth most. */
export function spread(crowd: Crowd, { type, slots }: Stretch, by: number): void {
  const serves = crowd.problem.types[type]!
  const { room } = crowd.problem.grid
  const { needs } = crowd.problem
  for (const slot of slots) {
    for (let left = by; Math.abs(left) > 1e-12;) {
      const need = left > 0 ? cheapest(crowd, serves, slot) : dearest(crowd, { type, serves }, slot)
      if (need < 0) break
      const of = (type * needs.length + need) * room + slot
      const amount = left > 0 ? left : Math.max(left, -crowd.mass[of]!)
      crowd.mass[of]! += amount
      crowd.level[need * room + slot]! += amount
      priceAt(crowd, need * room + slot)
      left -= amount
    }
  }
}

function cheapest({ price, problem: { grid } }: Crowd, serves: readonly number[], slot: number): number {
  let best = serves[0]! // a kind serves something
  for (const need of serves) if (price[need * grid.room + slot]! < price[best * grid.room + slot]!) best = need
  return best
}

type Kind = { type: number; serves: readonly number[] }
function dearest({ price, mass, problem: { grid, needs } }: Crowd, { type, serves }: Kind, slot: number): number {
  let best = -1
  for (const need of serves)
    if (
      mass[(type * needs.length + need) * grid.room + slot]! > 1e-12 &&
      (best < 0 || price[need * grid.room + slot]! > price[best * grid.room + slot]!)
    )
      best = need
  return best
}

const ROUNDS = 3

/** Whoever can do several things moves to where they are worth more. */
export function even(crowd: Crowd): void {
  const { types, grid } = crowd.problem
  for (const [type, serves] of types.entries()) {
    if (serves.length < 2) continue
    for (let slot = 0; slot < grid.room; slot++)
      for (let round = 0; round < ROUNDS && evenSlot(crowd, { type, serves }, slot); round++);
  }
}

function evenSlot(crowd: Crowd, kind: Kind, slot: number): boolean {
  const { price, mass, level, stiff, problem } = crowd
  const { room } = problem.grid
  const [from, to] = [dearest(crowd, kind, slot), cheapest(crowd, kind.serves, slot)]
  if (from < 0 || from === to) return false
  const gain = price[from * room + slot]! - price[to * room + slot]!
  if (gain < 1e-4) return false
  const at = (need: number): number => (kind.type * problem.needs.length + need) * room + slot
  const amount = Math.min(mass[at(from)]!, gain / (2 * stiff))
  for (const [need, by] of [[from, -amount], [to, amount]] as const) {
    mass[at(need)]! += by
    level[need * room + slot]! += by
    priceAt(crowd, need * room + slot)
  } // prettier-ignore
  return true
}
