// Whole weeks after mixtures: people become whole a few at a time, then take each their best week, held to the levels that the mixtures had, softly at
// first: too many there makes a slot dearer, too few cheaper (augmented Lagrangian, block by block: Bertsekas, Constrained Optimization, 1982). Between
// these, those who serve the same exchange days: what nobody could gain alone, many do together.
import { shuffle, type Chance } from '../engine/chance.ts'
import type { Crowd } from '../engine/crowd.ts'
import { exchangeDays } from '../engine/exchange.ts'
import { harden } from '../engine/harden.ts'
import { turnsOf } from '../engine/improve.ts'
import { copied, type Mixture } from '../engine/mixture.ts'
import type { Problem } from '../engine/problem.ts'
import { recounted, type Rota } from '../engine/rota.ts'
import { clearWeek, fillWeek, refreshOwn } from '../engine/ruin.ts'

// Cost of one person off the level, in the price of an hour missing, and how much the true costs count already beside the levels.
type Stage = { off: number; truth: number; deal: boolean } // deal: days are exchanged after it
const STAGES: readonly Stage[] = [
  { off: 0.003, truth: 0, deal: false },
  { off: 0.006, truth: 0, deal: true },
  { off: 0.012, truth: 0, deal: false },
  ...[0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99].map((truth) => ({ off: 0.025, truth, deal: [0, 0.2, 0.9].includes(truth) })),
]
const SWEEPS = 4
const HARDENING = 0.0025 // the first of all, while people become whole: they find their places freely
const SHARE = 0.1 // of the people become whole at a time
const PASSES = 2

type Way = { chance: Chance; goOn: () => boolean }

/** The mixture stays as it is. */
export function toursAfter(problem: Problem, mixture: Mixture, { chance, goOn }: Way): Rota {
  const whole = copied(problem, mixture)
  whole.crowd.stiff = HARDENING * Math.max(1, problem.ask.weights.short)
  harden(whole, chance, { share: SHARE, passes: PASSES, goOn })
  let { rota } = whole
  for (const person of problem.people) refreshOwn(rota, person)
  const turns = turnsOf(problem)
  const take = (): void => {
    for (const { person, week } of shuffle(turns, chance)) {
      clearWeek(rota, person, week)
      fillWeek(rota, person, week)
      refreshOwn(rota, person)
    }
  }
  for (const stage of STAGES) {
    if (!goOn()) break
    rota = recounted(rota, heldTo(problem, whole.crowd, stage))
    for (let i = 0; i < SWEEPS && goOn(); i++) take()
    if (stage.deal) exchangeDays(rota, { chance, goOn })
  }
  rota = recounted(rota, problem)
  take() // also where time is over: nothing but true costs may be left
  return rota
}

function heldTo(problem: Problem, { price, level }: Crowd, { off, truth }: Stage): Problem {
  const { grid, needs, people, types, ask } = problem
  const able = needs.map((_, need) => 1 + people.filter(({ type }) => type >= 0 && types[type]!.includes(need)).length)
  const stepAt = new Int32Array(needs.length * grid.room)
  const step = new Float64Array(able.reduce((sum, most) => sum + most * grid.room, 0))
  const stiff = off * Math.max(1, ask.weights.short)
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
