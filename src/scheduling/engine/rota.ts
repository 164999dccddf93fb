// A plan in the making: which option everybody has on each day, where its pauses lie, and what that costs.
import { coverCost } from './cost.ts'
import { SLOTS_PER_HOUR } from './grid.ts'
import type { Option } from './options.ts'
import type { Planned, WeekAsked } from './person.ts'
import type { Problem } from './problem.ts'
import { add, newSupply, remove, type Supply } from './supply.ts'

export const OFF = -1
export const FROZEN = -2
export const MOST_PAUSES = 6

export type Rota = {
  problem: Problem
  days: number
  choice: Int16Array // by person and day: the option's place in the catalog, OFF or FROZEN
  pauses: Int16Array // by person, day and pause: the slot at which it begins
  supply: Supply
  own: Float64Array // what everybody's tour costs besides coverage, by person
  sittings: Sitting[] // meetings and trainings that have their place: whoever is in one covers nothing
}

export type Sitting = { session: number; person: Planned; from: number; to: number } // slots

/** Nobody works but whoever is fixed. */
export function newRota(problem: Problem): Rota {
  const days = problem.grid.days
  const rota: Rota = {
    problem,
    days,
    choice: new Int16Array(problem.people.length * days).fill(OFF),
    pauses: new Int16Array(problem.people.length * days * MOST_PAUSES).fill(-1),
    supply: newSupply(problem),
    own: new Float64Array(problem.people.length),
    sittings: [],
  }
  for (const person of problem.people) {
    for (const [day, frozen] of person.frozen.entries()) {
      if (!frozen) continue
      rota.choice[person.index * days + day] = FROZEN
      if (person.type >= 0) for (const slot of frozen.slots) add(rota.supply, person.type, slot)
    }
    rota.own[person.index] = ownCost(rota, person)
  }
  return rota
}

export const optionAt = ({ choice, days }: Rota, person: Planned, day: number): Option | null => {
  const place = choice[person.index * days + day]!
  return place >= 0 ? person.catalog.days[day]![place]! : null
}

export type Work = { start: number; end: number; late: boolean }

/** What somebody does on a day of the plan as it is, fixed or not; null: nothing, or the day is not of the plan. */
export function workAt({ choice, days }: Pick<Rota, 'choice' | 'days'>, person: Planned, day: number): Work | null {
  if (day < 0 || day >= days) return null
  const place = choice[person.index * days + day]!
  return person.frozen[day] ?? (place >= 0 ? person.catalog.days[day]![place]! : null)
}

/** Late shifts and weekend days of somebody beside a week, and what is fixed in it: each more weighs more. */
export function burdensBeside(rota: Rota, person: Planned, week: WeekAsked): { late: number; weekend: number } {
  const borne = { late: 0, weekend: 0 }
  for (let day = 0; day < rota.days; day++) {
    const work = day >= week.from && day < week.to ? (person.frozen[day] ?? null) : workAt(rota, person, day)
    if (work?.late) borne.late += 1
    if (work && grave(rota.problem, day)) borne.weekend += 1
  }
  return borne
}

/** Takes somebody's work of a day out of, or puts it into, what is covered. */
export function cover(rota: Rota, person: Planned, { day, by }: { day: number; by: 1 | -1 }): void {
  const option = optionAt(rota, person, day)
  if (!option || person.type < 0) return
  const { room } = rota.supply
  const at = (person.index * rota.days + day) * MOST_PAUSES
  for (let slot = Math.max(0, option.start); slot < Math.min(option.end, room); slot++) {
    if (inPause(rota.pauses, at, { option, slot })) continue
    if (by === 1) add(rota.supply, person.type, slot)
    else remove(rota.supply, person.type, slot)
  }
}

function inPause(pauses: Int16Array, at: number, { option, slot }: { option: Option; slot: number }): boolean {
  for (let i = 0; i < option.pauses.length; i++) {
    const from = pauses[at + i]!
    if (slot >= from && slot < from + option.pauses[i]!.length) return true
  }
  return false
}

export type Hours = { paid: number; days: number }

/** Cost of the hours of a week: fewer than agreed, or overtime; Infinity beyond what is possible. */
export function hoursCost({ ask: { weights } }: Problem, week: WeekAsked, { paid, days }: Hours): number {
  if (paid > week.top || days > week.daysMost) return Infinity
  const less = Math.max(0, week.least - paid) / SLOTS_PER_HOUR
  const more = Math.max(0, paid - week.most) / SLOTS_PER_HOUR
  return less * weights.less + more * weights.overtime + Math.max(0, week.daysLeast - days) * weights.less
}

/** Price of somebody's n-th weekend day or late shift: who had more than the others pays more. */
export function burdenPrice(problem: Problem, person: Planned, { kind, nth }: { kind: 'weekend' | 'late'; nth: number }): number {
  const had = kind === 'weekend' ? person.asked.history.saturdays : person.asked.history.lates
  return problem.ask.weights.fairness * Math.max(0, 1 + (had + nth - 1 - problem.burdens[kind]) / 2)
}

/** What somebody's tour costs besides coverage: hours, wishes, changes, fairness. */
export const ownCost = ({ problem, choice, days }: Rota, person: Planned): number =>
  costOfChoice(problem, person, choice.subarray(person.index * days, (person.index + 1) * days))

/** The same for any choice of options, by day; Infinity where they may not be given one. */
export function costOfChoice(problem: Problem, person: Planned, choice: Int16Array): number {
  let [cost, weekends, lates] = [0, 0, 0]
  for (const week of person.weeks) {
    const hours = { paid: 0, days: 0 }
    for (let day = week.from; day < week.to; day++) {
      const place = choice[day]!
      if (place === OFF) {
        cost += person.offCost[day]!
        continue
      }
      const held = place === FROZEN ? person.frozen[day]! : person.catalog.days[day]![place]! // one of the two
      hours.paid += held.paid
      hours.days += 1
      if (place >= 0) cost += person.cost[day]![person.allowed[day]!.indexOf(place)] ?? Infinity
      if (grave(problem, day)) weekends += 1
      if (held.late) lates += 1
    }
    cost += hoursCost(problem, widened(person, week), hours)
  }
  for (let nth = 1; nth <= weekends; nth++) cost += burdenPrice(problem, person, { kind: 'weekend', nth })
  for (let nth = 1; nth <= lates; nth++) cost += burdenPrice(problem, person, { kind: 'late', nth })
  return cost
}

const grave = ({ grid }: Problem, day: number): boolean => grid.weekdays[day]! >= 5

/** What is fixed is fixed, also beyond what the week may hold. */
export function widened({ frozen }: Planned, week: WeekAsked): WeekAsked {
  let [paid, days] = [0, 0]
  for (let day = week.from; day < week.to; day++) {
    const held = frozen[day]
    if (!held) continue
    paid += held.paid
    days += 1
  }
  return paid <= week.top && days <= week.daysMost
    ? week
    : { ...week, top: Math.max(week.top, paid), daysMost: Math.max(week.daysMost, days) }
}

/** Takes somebody out of what is covered for as long as they sit together. */
export function sit({ supply }: Rota, { person, from, to }: Sitting): void {
  if (person.type >= 0) for (let slot = from; slot < to; slot++) remove(supply, person.type, slot)
}

/** The same choices under other steps: coverage counted anew. */
export function recounted(rota: Rota, problem: Problem): Rota {
  const fresh = newRota(problem)
  const counted: Rota = { ...rota, problem, supply: fresh.supply }
  for (const person of problem.people) for (let day = 0; day < rota.days; day++) cover(counted, person, { day, by: 1 })
  for (const sitting of rota.sittings) sit(counted, sitting)
  return counted
}

/** The whole cost: coverage of everything, and everybody's own. Counted anew, from nothing. */
export function wholeCost(rota: Rota): number {
  const { problem, supply } = rota
  return coverageCost(problem, supply) + problem.people.reduce((sum, person) => sum + ownCost(rota, person), 0)
}

export function coverageCost({ ask, needs, grid }: Problem, { level, room }: Pick<Supply, 'level' | 'room'>): number {
  let cost = 0
  for (const [n, slots] of needs.entries()) {
    const weights = { short: ask.weights.short * ask.needs[n]!.weight, over: ask.weights.over }
    for (let slot = 0; slot < grid.slots; slot++) cost += coverCost(slots[slot]!, level[n * room + slot]!, weights)
  }
  return cost
}

/** Hours of people missing, by what is covered now. */
export function missingHours({ needs, grid }: Problem, { level, room }: Pick<Supply, 'level' | 'room'>): number {
  let missing = 0
  for (const [n, slots] of needs.entries())
    for (let slot = 0; slot < grid.slots; slot++) missing += Math.max(0, slots[slot]! - level[n * room + slot]!)
  return missing / SLOTS_PER_HOUR
}
