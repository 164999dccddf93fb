// Whole weeks after mixtures: people become whole a few at a time, then take each their best week, held to the levels that the mixtures had: too many there
// makes a slot dearer, too few cheaper (augmented Lagrangian, block by block: Bertsekas, Constrained Optimization, 1982).
import { shuffle, type Chance } from '../engine/chance.ts'
import type { Crowd } from '../engine/crowd.ts'
import { harden } from '../engine/harden.ts'
import type { Mixture } from '../engine/mixture.ts'
import type { Problem } from '../engine/problem.ts'
import { recounted, type Rota } from '../engine/rota.ts'
import { clearWeek, fillWeek, refreshOwn } from '../engine/ruin.ts'

// How much the true costs already count beside the levels.
const STAGES = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]
const SWEEPS = 4
const SHARE = 0.05 // of the people become whole at a time
const PASSES = 3
const STIFFNESS = 0.025 // cost of one person off the level, in the price of an hour missing

type Asked = { chance: Chance; goOn: () => boolean }

/** The mixture is whole afterwards. */
export function toursAfter(problem: Problem, mixture: Mixture, { chance, goOn }: Asked): Rota {
  harden(mixture, chance, { share: SHARE, passes: PASSES, goOn })
  let { rota } = mixture
  for (const person of problem.people) refreshOwn(rota, person)
  const turns = problem.people.flatMap((person) => person.weeks.map((week) => ({ person, week })))
  const take = (): void => {
    for (const { person, week } of shuffle(turns, chance)) {
      clearWeek(rota, person, week)
      fillWeek(rota, person, week)
      refreshOwn(rota, person)
    }
  }
  for (const truth of STAGES) {
    if (!goOn()) break
    rota = recounted(rota, heldTo(problem, mixture.crowd, truth))
    for (let i = 0; i < SWEEPS && goOn(); i++) take()
  }
  rota = recounted(rota, problem)
  take() // also where time is over: nothing but true costs may be left
  return rota
}

function heldTo(problem: Problem, { price, level }: Crowd, truth: number): Problem {
  const { grid, needs, people, types, ask } = problem
  const able = needs.map((_, need) => 1 + people.filter(({ type }) => type >= 0 && types[type]!.includes(need)).length)
  const stepAt = new Int32Array(needs.length * grid.room)
  const step = new Float64Array(able.reduce((sum, most) => sum + most * grid.room, 0))
  const stiff = STIFFNESS * Math.max(1, ask.weights.short)
  let from = 0
  for (const [need, most] of able.entries())
    for (let slot = 0; slot < grid.room; slot++, from += most) {
      const at = need * grid.room + slot
      const share = (needs[need]![slot] ?? 0) > 0 ? truth : 1 // where nobody is wanted nobody is held
      stepAt[at] = from
      for (let here = 0; here < most; here++)
        step[from + here] =
          (1 - share) * (price[at]! + stiff * (here + 0.5 - level[at]!)) + share * problem.step[problem.stepAt[at]! + here]!
    }
  return { ...problem, step, stepAt }
}
