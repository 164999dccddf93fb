// Tours after the relaxed plan: first as its amounts say, then each person's best week against its prices, held to the levels it reached: too many there
// makes a slot dearer, too few cheaper (augmented Lagrangian, block by block: Bertsekas, Constrained Optimization, 1982).
import { shuffle, type Chance } from '../engine/chance.ts'
import { follow } from '../engine/follow.ts'
import { giveNames } from '../engine/names.ts'
import type { Problem } from '../engine/problem.ts'
import { recounted, type Rota } from '../engine/rota.ts'
import { clearWeek, fillWeek, refreshOwn } from '../engine/ruin.ts'
import type { Guide } from './solve.ts'

// How stiffly tours are held to the levels of the relaxed plan, and how much the true costs already count beside.
const STAGES = [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98]
const STIFFNESS = 1 // cost of one person off the level, in the price of a slot
const SWEEPS = 6

export function toursAfter(problem: Problem, guide: Guide, { chance, goOn }: { chance: Chance; goOn: () => boolean }): Rota {
  const nameless = withoutNames(problem)
  const amounts = guide.classes.map(({ people, columns }) => ({
    people: people.map(({ index }) => nameless.people[index]!),
    amounts: columns.map((own) => Float64Array.from(own, (index) => (index < 0 ? 0 : guide.values[index]!))),
  }))
  let rota = follow(nameless, amounts)
  const turns = nameless.people.flatMap((person) => person.weeks.map((week) => ({ person, week })))
  const take = (): void => {
    for (const { person, week } of shuffle(turns, chance)) {
      clearWeek(rota, person, week)
      fillWeek(rota, person, week)
      refreshOwn(rota, person)
    }
  }
  for (const truth of STAGES) {
    rota = recounted(rota, heldTo(nameless, guide, truth))
    for (let i = 0; i < SWEEPS && goOn(); i++) take()
  }
  rota = recounted(rota, nameless)
  for (let i = 0; i < SWEEPS && goOn(); i++) take()
  const named = recounted(rota, problem)
  for (const person of problem.people) refreshOwn(named, person)
  giveNames(named)
  return named
}

// Wishes and fairness are for names; changes of an earlier plan are not.
function withoutNames(problem: Problem): Problem {
  if (problem.ask.previous.length > 0) return problem
  const weights = { ...problem.ask.weights, fairness: 0 }
  const people = problem.people.map((person) => ({ ...person, cost: person.cost.map((own) => new Float64Array(own.length)) }))
  return { ...problem, ask: { ...problem.ask, weights }, people }
}

function heldTo(problem: Problem, { needRow, programme, values, prices }: Guide, truth: number): Problem {
  const most = problem.people.length + 1
  const step = new Float64Array(needRow.length * most)
  const stepAt = Int32Array.from(needRow, (_, i) => i * most)
  for (const [i, row] of needRow.entries()) {
    if (row < 0) {
      step.set(problem.step.subarray(problem.stepAt[i]!, problem.stepAt[i]! + most), i * most)
      continue
    }
    let level = 0
    for (let k = programme.starts[row]!; k < programme.starts[row + 1]!; k++)
      if (programme.pieces.has(programme.indices[k]!)) level += values[programme.indices[k]!]!
    for (let here = 0; here < most; here++) {
      const held = prices[i]! + STIFFNESS * (here + 0.5 - level)
      step[i * most + here] = (1 - truth) * held + truth * problem.step[problem.stepAt[i]! + here]!
    }
  }
  return { ...problem, step, stepAt }
}
