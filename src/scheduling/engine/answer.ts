// A plan in the making as an answer: shifts with their activities, coverage, what it costs and of what that is made.
import type { Shift } from '../contract/plan-shapes.ts'
import type { Coverage, PartCode } from '../contract/schedule-answer.ts'
import { coverCost } from './cost.ts'
import { instantOf, SLOT_MIN, SLOTS_PER_HOUR } from './grid.ts'
import { heldAt, shiftOfHeld } from './held.ts'
import type { Planned } from './person.ts'
import { burdenPrice, FROZEN, hoursCost, OFF, widened, type Rota } from './rota.ts'

export function shiftsOf(rota: Rota): Shift[] {
  return rota.problem.people.flatMap((person) =>
    Array.from({ length: rota.days }, (_, day) => day).flatMap((day): readonly Shift[] => {
      const place = rota.choice[person.index * rota.days + day]!
      if (place === OFF) return []
      return place === FROZEN ? person.frozen[day]!.shifts : [shiftOf(rota, person, day)]
    }),
  )
}

/** The shift that somebody has on a day on which they have one. */
export const shiftOf = (rota: Rota, person: Planned, day: number): Shift =>
  shiftOfHeld(rota, person, { day, held: heldAt(rota, person, day)! })

/** Coverage of each need in the intervals of the ask: means over the quarters of an hour in each. */
export function coverageOfNeeds({ problem, supply }: Rota): Coverage[] {
  const { ask, grid, needs } = problem
  const each = ask.interval_min / SLOT_MIN
  const mean = (of: (slot: number) => number): number[] =>
    Array.from({ length: Math.ceil(grid.slots / each) }, (_, i) => {
      const slots = Array.from({ length: Math.min(each, grid.slots - i * each) }, (__, k) => of(i * each + k))
      return Math.round((slots.reduce((a, b) => a + b, 0) / slots.length) * 100) / 100
    })
  return needs.map((need, n) => {
    const here = (slot: number): number => supply.level[n * supply.room + slot]!
    return {
      name: ask.needs[n]!.name,
      from: instantOf(grid, 0),
      interval_min: ask.interval_min,
      need: mean((slot) => need[slot]!),
      planned: mean(here),
      short: mean((slot) => Math.max(0, need[slot]! - here(slot))),
      over: mean((slot) => Math.max(0, here(slot) - need[slot]!)),
    }
  })
}

export type Part = { code: PartCode; amount: number; cost: number }

/** What the plan costs, in parts: together they are the whole cost. */
export function partsOf(rota: Rota): Part[] {
  const { problem } = rota
  const sums = new Map<PartCode, { amount: number; cost: number }>()
  const count: Count = (code, amount, cost) => {
    const sum = sums.get(code) ?? { amount: 0, cost: 0 }
    sums.set(code, { amount: sum.amount + amount, cost: sum.cost + cost })
  }
  coverageParts(rota, count)
  for (const person of problem.people) ownParts(rota, person, count)
  return [...sums].map(([code, sum]) => ({ code, ...sum })).filter(({ amount, cost }) => amount > 0 || cost > 0)
}

type Count = (code: PartCode, amount: number, cost: number) => void

function coverageParts({ problem, supply }: Rota, count: Count): void {
  const { ask, needs, grid } = problem
  for (const [n, slots] of needs.entries()) {
    const weights = { short: ask.weights.short * ask.needs[n]!.weight, over: ask.weights.over }
    for (let slot = 0; slot < grid.slots; slot++) {
      const here = supply.level[n * supply.room + slot]!
      const missing = slots[slot]! - here
      if (missing !== 0)
        count(missing > 0 ? 'short' : 'over', Math.abs(missing) / SLOTS_PER_HOUR, coverCost(slots[slot]!, here, weights))
    }
  }
}

function ownParts({ problem, choice, days }: Rota, person: Planned, count: Count): void {
  const { weights } = problem.ask
  let burdens = { weekend: 0, late: 0 }
  for (const week of person.weeks) {
    let hours = { paid: 0, days: 0 }
    for (let day = week.from; day < week.to; day++) {
      const place = choice[person.index * days + day]!
      if (place === OFF) {
        if (person.offCost[day]! > 0) count('change', 1, person.offCost[day]!)
        continue
      }
      const held = place === FROZEN ? person.frozen[day]! : person.catalog.days[day]![place]!
      hours = { paid: hours.paid + held.paid, days: hours.days + 1 }
      burdens = {
        weekend: burdens.weekend + (problem.grid.weekdays[day]! >= 5 ? 1 : 0),
        late: burdens.late + (held.late ? 1 : 0),
      }
      if (place >= 0) wishParts(person, { day, place, change: weights.change }, count)
    }
    const asked = widened(person, week)
    const cost = hoursCost(problem, asked, hours)
    if (cost > 0)
      count(
        hours.paid > asked.most ? 'overtime' : 'less',
        Math.max(hours.paid - asked.most, asked.least - hours.paid, 0) / SLOTS_PER_HOUR,
        cost,
      )
  }
  for (const kind of ['weekend', 'late'] as const)
    for (let nth = 1; nth <= burdens[kind]; nth++) count('fairness', 1, burdenPrice(problem, person, { kind, nth }))
}

function wishParts(
  { cost, allowed, changes }: Planned,
  { day, place, change }: { day: number; place: number; change: number },
  count: Count,
): void {
  const at = allowed[day]!.indexOf(place)
  const changed = changes[day]![at] === 1 ? change : 0
  const wish = cost[day]![at]! - changed
  if (changed > 0) count('change', 1, changed)
  if (wish > 0) count('wish', 1, wish)
}
