// An ask made ready: numbers in place of names, slots in place of times.
import { laws, type Law } from '../contract/law.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import type { Ask, AskedPerson } from '../contract/schedule-ask.ts'
import type { WorkContract } from '../contract/work-contract.ts'
import { coverCost } from './cost.ts'
import { gridOf, type Grid } from './grid.ts'
import { needBySlot } from './needs.ts'
import { optionsOf } from './options.ts'
import { plannedPerson, type Catalog, type Planned } from './person.ts'

export type Problem = {
  ask: Ask
  grid: Grid
  law: Law
  needs: readonly Float64Array[] // by need: people in each slot
  types: readonly (readonly number[])[] // by kind of people: the needs they can serve
  people: readonly Planned[]
  /** Cost of the next person, by need and slot: `step[stepAt[need * room + slot] + here]`. */
  step: Float64Array
  stepAt: Int32Array
  burdens: { weekend: number; late: number } // mean of the histories
}

export function problemOf(ask: Ask): Problem {
  const grid = gridOf(ask.zone, ask.first_day, ask.days)
  const law = typeof ask.law === 'string' ? laws[ask.law] : ask.law
  const needs = ask.needs.map((need) => needBySlot(grid, need, ask.interval_min))
  const everybody = ask.people.flatMap(namesOf)
  const served = everybody.map(({ asked }) => servedBy(asked, ask))
  const keys = [...new Set(served.map(String))].filter((key) => key !== '')
  const catalogs = new Map<string, Catalog>()
  const byPerson = (shifts: readonly Shift[]): Map<string, Shift[]> => Map.groupBy(shifts, ({ person }) => person)
  const house = {
    grid,
    ask,
    law,
    previous: byPerson(ask.previous),
    fixed: byPerson(ask.fixed),
    before: byPerson(ask.before),
    after: byPerson(ask.after),
  }
  const people = everybody.map(({ name, asked }, index) => {
    const contract = contractOf(ask, asked)
    const key = `${contract.name}|${asked.minor}`
    const catalog = catalogs.get(key) ?? { key, days: optionsOf(grid, { contract, law, minor: asked.minor }, ask) }
    catalogs.set(key, catalog)
    return plannedPerson(asked, { name, index, type: keys.indexOf(String(served[index])), contract, catalog }, house)
  })
  return {
    ask, grid, law, needs, people,
    types: keys.map((key) => key.split(',').map(Number)),
    ...stepsOf({ ask, grid, needs }, people.length, costOfAsk(ask)),
    burdens: { weekend: meanOf(people.map(({ asked }) => asked.history.saturdays)), late: meanOf(people.map(({ asked }) => asked.history.lates)) },
  } // prettier-ignore
}

/** The names of people who are written once: "Ana", or "agent 1", "agent 2" … */
export const namesOf = (asked: AskedPerson): { name: string; asked: AskedPerson }[] =>
  asked.count === 1
    ? [{ name: asked.name, asked }]
    : Array.from({ length: asked.count }, (_, i) => ({ name: `${asked.name} ${i + 1}`, asked }))

export const contractOf = ({ contracts }: Ask, { contract }: AskedPerson): WorkContract =>
  contracts.find(({ name }) => name === contract) ?? contracts[0]! // names were held against the list, which is never empty

/** The needs that somebody can serve, by their places. */
export const servedBy = ({ skills, site }: Pick<AskedPerson, 'skills' | 'site'>, { needs }: Pick<Ask, 'needs'>): number[] =>
  needs.flatMap((need, n) => (need.skills.every((skill) => skills.includes(skill)) && (need.site === undefined || need.site === site) ? [n] : [])) // prettier-ignore

export type CostOf = (need: number, here: number, weight: number) => number // of one slot, with so many people (whole)

// One row of steps for each need there is: many slots need the same number. After the last midnight nothing counts.
export function stepsOf(
  { ask, grid, needs }: Pick<Problem, 'ask' | 'grid' | 'needs'>,
  most: number,
  costOf: CostOf,
): Pick<Problem, 'step' | 'stepAt'> {
  const rows = new Map<string, number>()
  const steps: number[] = []
  const stepAt = new Int32Array(needs.length * grid.room)
  for (const [n, slots] of needs.entries()) {
    const { weight } = ask.needs[n]! // one for each
    for (let slot = 0; slot < grid.room; slot++) {
      const need = slots[slot] ?? 0
      const counts = slot < grid.slots
      const key = counts ? `${need}|${weight}` : 'after'
      if (!rows.has(key)) {
        rows.set(key, steps.length)
        for (let here = 0; here <= most; here++)
          steps.push(counts ? costOf(need, here + 1, weight) - costOf(need, here, weight) : 0)
      }
      stepAt[n * grid.room + slot] = rows.get(key)! // just put
    }
  }
  return { step: Float64Array.from(steps), stepAt }
}

/** What coverage costs by the weights of the ask. */
export const costOfAsk =
  ({ weights }: Ask): CostOf =>
  (need, here, weight) =>
    coverCost(need, here, { short: weights.short * weight, over: weights.over })

/** What all slots of the plan cost where nobody at all is there: what steps are counted from. */
export function costOfNobody({ needs, ask, grid }: Pick<Problem, 'needs' | 'ask' | 'grid'>, costOf: CostOf): number {
  let cost = 0
  for (const [n, slots] of needs.entries())
    for (let slot = 0; slot < grid.slots; slot++) cost += costOf(slots[slot]!, 0, ask.needs[n]!.weight)
  return cost
}

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)
