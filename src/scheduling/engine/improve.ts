// A plan found: people one after the other take their best week, first on smooth costs, then on the true ones; then some are taken out together and
// put back in another order, and what is not worse stays.
import { chanceOf, shuffle, type Chance } from './chance.ts'
import type { Planned, WeekAsked } from './person.ts'
import type { Problem } from './problem.ts'
import { newRota, recounted, wholeCost, type Rota } from './rota.ts'
import { clearWeek, fillWeek, keepWeek, putBack, refreshOwn } from './ruin.ts'
import { smoothed } from './smooth.ts'

export type Turn = { person: Planned; week: WeekAsked }
export type Improver = { rota: Rota; cost: number; chance: Chance; turns: Turn[] }

/** Everybody's weeks, one after the other. */
export const turnsOf = ({ people }: Problem): Turn[] => people.flatMap((person) => person.weeks.map((week) => ({ person, week })))

const WIDTHS = [0.12, 0.06, 0.03, 0.015]
const SWEEPS = 2

/** A first plan. `goOn` is asked between people's turns; when it says no, the plan stands as it is, complete. */
export function firstPlan(problem: Problem, goOn: () => boolean, start: Rota = newRota(problem)): Improver {
  const chance = chanceOf(problem.ask.seed)
  const turns = turnsOf(problem)
  let rota = start
  for (const width of WIDTHS) {
    rota = recounted(rota, { ...problem, step: smoothed(problem, width) })
    for (let sweep = 0; sweep < SWEEPS && (goOn() || width === WIDTHS[0]); sweep++)
      for (const turn of shuffle(turns, chance)) takeTurn(rota, turn)
    if (!goOn()) break
  }
  rota = recounted(rota, problem)
  for (const turn of shuffle(turns, chance)) takeTurn(rota, turn)
  return { rota, cost: wholeCost(rota), chance, turns }
}

/** A plan that was begun before, gone on with: everybody without a week has one found. */
export function takenUp(problem: Problem, rota: Rota): Improver {
  const turns = turnsOf(problem)
  return { rota, cost: wholeCost(rota), chance: chanceOf(problem.ask.seed), turns }
}

function takeTurn(rota: Rota, { person, week }: Turn): void {
  clearWeek(rota, person, week)
  fillWeek(rota, person, week)
  refreshOwn(rota, person)
}

/** Everybody's turn once, in a new order. */
export function sweep(improver: Improver): void {
  for (const turn of shuffle(improver.turns, improver.chance)) tryTurns(improver, [turn], 0)
}

/** Takes some people out together and gives each their best week in turn; puts all back where that costs more than `worse` allows. */
export const tryTurns = (improver: Improver, turns: readonly Turn[], worse: number): boolean =>
  tryAnew(improver, turns, { worse, make: fillInTurn })

function fillInTurn(rota: Rota, turns: readonly Turn[]): void {
  for (const { person, week } of turns) fillWeek(rota, person, week)
}

type Anew = { worse: number; make: (rota: Rota, turns: readonly Turn[]) => void }

/** The same, their weeks made anew in whatever way. */
export function tryAnew(improver: Improver, turns: readonly Turn[], { worse, make }: Anew): boolean {
  const { rota } = improver
  const kept = turns.map((turn) => keepWeek(rota, turn.person, turn.week))
  const before = rota.supply.cost
  for (const { person, week } of turns) clearWeek(rota, person, week)
  make(rota, turns)
  let change = rota.supply.cost - before
  for (const { person } of turns) change += refreshOwn(rota, rota.problem.people[person.index]!) // by their own costs, however they insisted
  if (change <= worse) {
    improver.cost += change
    return true
  }
  for (const { person, week } of turns) clearWeek(rota, person, week)
  for (const [i, turn] of turns.entries()) putBack(rota, turn, kept[i]!)
  for (const { person } of turns) refreshOwn(rota, rota.problem.people[person.index]!)
  return false
}

/** Somebody to whom wishes count so much that they are heard before a need is: others may then cover it, where one after the other all would have. */
export const insistent = ({ person, week }: Turn): Turn => ({
  week,
  person: { ...person, cost: person.cost.map((own) => own.map((each) => each * INSISTENCE)) },
})
const INSISTENCE = 100

/** The cost counted anew; what was added up may drift. */
export function recount(improver: Improver): number {
  improver.cost = wholeCost(improver.rota)
  return improver.cost
}
