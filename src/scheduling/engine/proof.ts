// A proven lower bound: no plan at all costs less. Each slot of each need is given a price; whoever could be there is paid it. Then coverage costs at
// least its cheapest balance against the prices, and everybody at least their best week against them, whatever they do together (Lagrangian duality:
// Geoffrion, Mathematical Programming Study 2, 1974). True for any prices, so nothing rests on how good ones were found.
import { bestWeek } from './best-week.ts'
import { SLOT_MIN } from './grid.ts'
import type { Planned } from './person.ts'
import type { Problem } from './problem.ts'
import { burdenPrice, newRota, type Rota } from './rota.ts'

export type Prices = Float64Array // by need and slot (room slots a need): what one more person there is worth; not negative where people are wanted

/** What any plan costs at least, counted as steps are: from nobody at all. */
export function proofOf(problem: Problem, prices: Prices, rota: Rota = newRota(problem)): number {
  const { needs, grid } = problem
  let bound = 0
  for (let need = 0; need < needs.length; need++)
    for (let slot = 0; slot < grid.slots; slot++) {
      const at = need * grid.room + slot
      bound += cheapestBalance(problem, at, prices[at]!)
    }
  for (const person of problem.people) bound += ownBound(rota, person, prices)
  return bound - sparedByMeetings(problem, prices)
}

// min over here of cost(here) − price × here: convex, so up to where the next one costs more than the price.
function cheapestBalance({ step, stepAt, people }: Problem, at: number, price: number): number {
  let cost = 0
  for (let here = 0; here < people.length && step[stepAt[at]! + here]! < price; here++) cost += step[stepAt[at]! + here]! - price
  return cost
}

// Whoever sits in a meeting is not there where one more costs: at most what that spares.
function sparedByMeetings({ ask }: Problem, prices: Prices): number {
  if (ask.sessions.length === 0) return 0
  const most = prices.reduce((a, b) => Math.max(a, b), 0)
  return ask.sessions.reduce((sum, { people, minutes }) => sum + people.length * (minutes / SLOT_MIN), 0) * most
}

const sums = new Float64Array(8_192)

function ownBound(rota: Rota, person: Planned, prices: Prices): number {
  const { problem } = rota
  const { grid } = problem
  let bound = fixedBurdens(problem, person)
  for (const week of person.weeks) {
    worth(problem, person, { prices, from: grid.dayStart[week.from]!, to: Math.min(grid.room, grid.dayStart[week.to]! + 99) })
    const { cost } = bestWeek(rota, { person, week, sums })
    bound += (cost < Infinity ? cost : anyDays(person, week)) + frozenWorth(person, week)
  }
  return bound
}

// What somebody bears whatever the rest of the plan: the late shifts and weekend days that are fixed.
function fixedBurdens(problem: Problem, person: Planned): number {
  let [weekends, lates, cost] = [0, 0, 0]
  for (const [day, held] of person.frozen.entries()) {
    if (!held) continue
    if (problem.grid.weekdays[day]! >= 5) cost += burdenPrice(problem, person, { kind: 'weekend', nth: ++weekends })
    if (held.late) cost += burdenPrice(problem, person, { kind: 'late', nth: ++lates })
  }
  return cost
}

// Where what is fixed leaves no legal week, the week counts for as little as its days could by themselves.
function anyDays({ allowed, catalog, type }: Planned, week: { from: number; to: number }): number {
  let cost = 0
  for (let day = week.from; day < week.to; day++) {
    let least = 0
    for (const place of allowed[day]!) {
      const { start, end } = catalog.days[day]![place]!
      let sum = 0
      for (let slot = start; slot < end; slot++) sum += type < 0 ? 0 : Math.min(0, sums[slot + 1]! - sums[slot]!)
      least = Math.min(least, sum)
    }
    cost += least
  }
  return cost
}

// What is fixed is there whatever it is worth.
function frozenWorth({ frozen }: Planned, week: { from: number; to: number }): number {
  let worthOfAll = 0
  for (let day = week.from; day < week.to; day++)
    for (const slot of frozen[day]?.slots ?? []) worthOfAll += sums[slot + 1]! - sums[slot]!
  return worthOfAll
}

// A person stands where it is worth most; where it is worth nothing they still stand somewhere. After the last midnight nothing is counted of coverage,
// so nothing may be of people either, whatever the prices say.
function worth(
  { types, grid }: Problem,
  { type }: Planned,
  { prices, from, to }: { prices: Prices; from: number; to: number },
): void {
  let sum = 0
  for (let slot = from; slot < to; slot++) {
    sums[slot] = sum
    if (type < 0 || slot >= grid.slots) continue
    let best = Infinity
    for (const need of types[type]!) best = Math.min(best, prices[need * grid.room + slot]!)
    sum += best
  }
  sums[to] = sum
}
