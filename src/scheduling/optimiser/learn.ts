// Prices learned: everybody leans as a mixture towards their best week, and what the prices prove is looked at now and then.
import type { Chance } from '../engine/chance.ts'
import { believe, crowdOf } from '../engine/crowd.ts'
import { SLOTS_PER_HOUR } from '../engine/grid.ts'
import { turnsOf } from '../engine/improve.ts'
import { mixtureOf, pass, type Mixture } from '../engine/mixture.ts'
import { costOfAsk, costOfNobody, type Problem } from '../engine/problem.ts'
import { proofOf } from '../engine/proof.ts'
import { newRota, type Rota } from '../engine/rota.ts'

const STIFFNESS = 0.01 // how much a person more moves the price of a slot at first, in the price of an hour missing
const LEAST_STIFFNESS = 0.15 // of that
const SOFTER = 0.85 // of it after a look that has proven little more: prices far off come near sooner, prices near come nearer
const LITTLE = 3e-3 // of the bound
const PASSES = 5 // before prices are believed and looked at
const STILL = 8 // looks without a better proof after which none is expected
const WORTH_IT = 1e-4 // of the bound: less is none

/** What is known of an ask: a mixture for everybody, and the best bound that its prices have proven: no plan costs less. */
export type Learned = { problem: Problem; mixture: Mixture; bound: number; nobody: number; nowhere: Rota } // prettier-ignore

export function nothingLearned(problem: Problem): Learned {
  const [rota, nowhere] = [newRota(problem), newRota(problem)]
  const nobody = costOfNobody(problem, costOfAsk(problem.ask))
  const centre = new Float64Array(rota.supply.level.length)
  const crowd = crowdOf(problem, rota.supply, { centre, stiff: STIFFNESS * Math.max(1, problem.ask.weights.short) })
  const mixture = mixtureOf(rota, crowd, turnsOf(problem))
  const prices = centre.fill(problem.ask.weights.over / SLOTS_PER_HOUR) // what hours beyond all needs cost
  return { problem, mixture, nobody, nowhere, bound: Math.max(0, proofOf(problem, prices, nowhere) + nobody) }
}

type Way = { chance: Chance; looks: number; goOn: () => boolean; tell: (bound: number) => void }

/** So many looks more, into what is known. */
export function learn(known: Learned, { chance, looks, goOn, tell }: Way): void {
  const { problem, mixture, nobody, nowhere } = known
  const { crowd } = mixture
  const least = STIFFNESS * LEAST_STIFFNESS * Math.max(1, problem.ask.weights.short)
  for (let look = 0, still = 0; look < looks && still < STILL && goOn(); look++) {
    for (let i = 0; i < PASSES && goOn(); i++) pass(mixture, chance)
    const proven = proofOf(problem, crowd.price, nowhere) + nobody
    still = proven > known.bound * (1 + WORTH_IT) || crowd.stiff > least ? 0 : still + 1
    if (proven < known.bound * (1 + LITTLE)) crowd.stiff = Math.max(least, crowd.stiff * SOFTER)
    if (proven > known.bound) known.bound = proven
    believe(crowd)
    tell(known.bound)
  }
}
