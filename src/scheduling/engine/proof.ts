// A proven lower bound: no plan at all costs less. Each slot of each need is given a price; whoever could be there is paid it. Then coverage costs at
// least its cheapest balance against the prices, and everybody at least their best week against them, whatever they do together (Lagrangian duality:
// Geoffrion, Mathematical Programming Study 2, 1974). True for any prices, so nothing rests on the solver that found good ones.
import { bestWeek } from './best-week.ts'
import { placedPauses } from './tour.ts'
import type { Planned } from './person.ts'
import type { Problem } from './problem.ts'
import { newRota, type Rota } from './rota.ts'

export type Prices = Float64Array // by need and slot (room slots a need): what one more person there is worth; not negative where people are wanted

export type Proof = { bound: number; supply: Float64Array; wanted: Float64Array } // people there when all follow the prices, and as many as the prices ask

/** @param cap most people a need can have in a slot; beyond it a price promises nothing. */
export function proofOf(problem: Problem, prices: Prices, rota: Rota = newRota(problem)): Proof {
  const { needs, grid } = problem
  const supply = new Float64Array(needs.length * grid.room)
  const wanted = new Float64Array(needs.length * grid.room)
  let bound = 0
  for (let need = 0; need < needs.length; need++) {
    for (let slot = 0; slot < grid.slots; slot++) {
      const at = need * grid.room + slot
      const { cost, here } = cheapestBalance(problem, { at, price: prices[at]!, need, slot })
      bound += cost
      wanted[at] = here
    }
  }
  for (const person of problem.people) bound += ownBound(rota, person, { prices, supply })
  return { bound, supply, wanted }
}

// min over here of cost(here) − price × here: convex, so up to where the next one costs more than the price.
function cheapestBalance(
  { step, stepAt, people }: Problem,
  { at, price, nobody }: { at: number; price: number; need: number; slot: number; nobody?: number },
): { cost: number; here: number } {
  // prettier-ignore
  let [here, cost] = [0, nobody ?? 0]
  while (here < people.length && step[stepAt[at]! + here]! < price) {
    cost += step[stepAt[at]! + here]! - price
    here += 1
  }
  return { cost, here }
}

const sums = new Float64Array(8_192)
const at = new Int16Array(8_192) // the need at which a person would stand

function ownBound(rota: Rota, person: Planned, { prices, supply }: { prices: Prices; supply: Float64Array }): number {
  const { problem } = rota
  const { grid } = problem
  let bound = 0
  for (const week of person.weeks) {
    const [from, to] = [grid.dayStart[week.from]!, Math.min(grid.room, grid.dayStart[week.to]! + 99)]
    worth(problem, person, { prices, from, to })
    const { choice, cost } = bestWeek(rota, { person, week, sums })
    bound += cost + frozenWorth(person, week)
    for (const [d, place] of choice.entries()) {
      if (place < 0) continue
      const option = person.catalog.days[week.from + d]![place]!
      const pauses = placedPauses(option, sums)
      for (let slot = option.start; slot < option.end; slot++) if (at[slot]! >= 0) supply[at[slot]! * grid.room + slot]! += 1
      for (const [i, start] of pauses.entries())
        for (let slot = start; slot < start + option.pauses[i]!.length; slot++)
          if (at[slot]! >= 0) supply[at[slot]! * grid.room + slot]! -= 1
    }
  }
  return bound
}

// What is fixed is there whatever it is worth.
function frozenWorth({ frozen }: Planned, week: { from: number; to: number }): number {
  let worthOfAll = 0
  for (let day = week.from; day < week.to; day++)
    for (const slot of frozen[day]?.slots ?? []) worthOfAll += sums[slot + 1]! - sums[slot]!
  return worthOfAll
}

// A person stands where it is worth most; where it is worth nothing they still stand somewhere.
function worth(
  { types, grid }: Problem,
  { type }: Planned,
  { prices, from, to }: { prices: Prices; from: number; to: number },
): void {
  let sum = 0
  for (let slot = from; slot < to; slot++) {
    sums[slot] = sum
    at[slot] = -1
    if (type < 0) continue
    let best = Infinity
    for (const need of types[type]!) {
      const price = prices[need * grid.room + slot]!
      if (price < best) [best, at[slot]] = [price, need]
    }
    sum += best
  }
  sums[to] = sum
}
