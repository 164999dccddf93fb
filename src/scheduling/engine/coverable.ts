// The proof that nobody could have been there: for every slot in which somebody is missing, every other week that one person could have, and every
// chain of breaks, is tried for one that takes shortage away and adds none.
import { clearWeek, fillWeek, keepWeek, putBack } from './ruin.ts'
import { turnsOf } from './improve.ts'
import type { Planned, WeekAsked } from './person.ts'
import type { Problem } from './problem.ts'
import { stepsOf } from './problem.ts'
import { recounted, type Rota } from './rota.ts'

export type Tried = { tried: number; coverable: number }

/** A problem in which nothing counts but people missing. @param even above 0: of equals, that which leaves every need the same share is better by so much */
export function onlyShortage(problem: Problem, even = 0): Problem {
  const weights = { ...problem.ask.weights, short: 1, over: 0, wish: 0, fairness: 0, change: 0 }
  const ask = { ...problem.ask, weights, needs: problem.ask.needs.map((need) => ({ ...need, weight: 1 })) }
  const people = problem.people.map((person) => ({
    ...person,
    cost: person.cost.map((own) => new Float64Array(own.length)),
    offCost: new Float64Array(person.offCost.length),
  }))
  const plain = { ...problem, ask, people }
  return { ...plain, ...stepsOf(plain, people.length, (need, here) => shortage(Math.max(0, need - here), { need, even })) }
}

const shortage = (missing: number, { need, even }: { need: number; even: number }): number =>
  missing / 4 + (need > 0 ? (even * missing * missing) / need : 0)

/**
 * Gives everybody in turn the week that leaves fewest hours missing, the others staying as they are, until nobody can. Each turn is exact over all
 * weeks of that person, so in the end no change by one person covers anything without opening as much elsewhere. Hours and law are kept.
 */
export function coverWhatCanBe(rota: Rota, goOn: () => boolean): Tried {
  const plain = onlyShortage(rota.problem)
  const judged = recounted(rota, plain)
  const turns = turnsOf(plain).filter(({ person }) => person.type >= 0)
  let [tried, unchanged] = [0, 0]
  for (let i = 0; unchanged < turns.length && goOn(); i = (i + 1) % turns.length) {
    tried += 1
    unchanged = takesShortageAway(judged, turns[i]!) ? 0 : unchanged + 1
  }
  return { tried, coverable: unchanged >= turns.length ? 0 : -1 }
}

function takesShortageAway(rota: Rota, { person, week }: { person: Planned; week: WeekAsked }): boolean {
  const before = rota.supply.cost
  const kept = keepWeek(rota, person, week)
  clearWeek(rota, person, week)
  fillWeek(rota, person, week)
  if (rota.supply.cost < before - 1e-6) return true
  clearWeek(rota, person, week)
  putBack(rota, { person, week }, kept)
  return false
}
