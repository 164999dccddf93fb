// Prices learned: everybody leans as a mixture towards their best week, and what the prices prove is looked at now and then.
import type { Chance } from '../engine/chance.ts'
import { believe, crowdOf } from '../engine/crowd.ts'
import { SLOTS_PER_HOUR } from '../engine/grid.ts'
import { mixtureOf, pass, type Mixture } from '../engine/mixture.ts'
import { costOfAsk, costOfNobody, type Problem } from '../engine/problem.ts'
import { proofOf, type Prices } from '../engine/proof.ts'
import { newRota } from '../engine/rota.ts'

const STIFFNESS = 0.01 // how much a person more moves the price of a slot, in the price of an hour missing
const HARDER = 0.25 // of that while people become whole: they find their places more freely
const PASSES = 5 // before prices are believed and looked at
const STILL = 8 // looks without a better proof after which none is expected
const WORTH_IT = 1e-4 // of the bound: less is none

export type Learned = { mixture: Mixture; bound: number; prices: Prices } // no plan costs less than the bound, which the prices prove
type Asked = {
  chance: Chance
  looks: number
  from: Pick<Learned, 'bound' | 'prices'> | null
  goOn: () => boolean
  tell: (bound: number) => void
}

/** A mixture for everybody, and the best bound its prices have proven (or the one it came from). */
export function learn(problem: Problem, { chance, looks, from, goOn, tell }: Asked): Learned {
  const nowhere = newRota(problem)
  const nobody = costOfNobody(problem, costOfAsk(problem.ask))
  const provenBy = (prices: Prices): number => proofOf(problem, prices, nowhere) + nobody
  const rota = newRota(problem)
  const stiff = STIFFNESS * Math.max(1, problem.ask.weights.short)
  const centre = from?.prices ?? new Float64Array(rota.supply.level.length)
  const crowd = crowdOf(problem, rota.supply, { centre, stiff })
  const turns = problem.people.flatMap((person) => person.weeks.map((week) => ({ person, week })))
  const mixture = mixtureOf(rota, crowd, turns)
  const surplus = new Float64Array(centre.length).fill(problem.ask.weights.over / SLOTS_PER_HOUR) // what hours beyond all needs cost
  let [bound, prices] = from ? [from.bound, from.prices] : [Math.max(0, provenBy(surplus)), surplus]
  for (let look = 0, still = 0; look < looks && still < STILL && goOn(); look++) {
    for (let i = 0; i < PASSES && goOn(); i++) pass(mixture, chance)
    const proven = provenBy(crowd.price)
    still = proven > bound * (1 + WORTH_IT) ? 0 : still + 1
    if (proven > bound) [bound, prices] = [proven, crowd.price.slice()]
    believe(crowd)
    tell(bound)
  }
  crowd.stiff = stiff * HARDER
  return { mixture, bound, prices }
}
