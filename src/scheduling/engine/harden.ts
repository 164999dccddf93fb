// Mixtures become whole, a few people at a time, while the others lean on: first on which days they work and when late, then each shift. Whoever is whole
// stays so; the rest make up for it (price and dive: Sadykov, Vanderbeck et al., INFORMS Journal on Computing 31, 2019).
import { shuffle, type Chance } from './chance.ts'
import { believe } from './crowd.ts'
import { becomeWhole, pass, seat, type Mixed, type Mixture } from './mixture.ts'
import { OFF } from './rota.ts'

export type Pace = { share: number; passes: number; goOn: () => boolean } // of the people at a time; passes after each

type KindOf = (mixed: Mixed, day: number, place: number) => number

const turnOf: KindOf = ({ person }, day, place) => (place === OFF ? 0 : person.catalog.days[day]![place]!.late ? 2 : 1)
const shiftOf: KindOf = (_, __, place) => place

/** Everybody takes one week, which goes into the rota. Where `goOn` says no, the rest do so at once. */
export function harden(mixture: Mixture, chance: Chance, pace: Pace): void {
  const free = new Map(mixture.people.map((mixed) => [mixed, mixed.person]))
  const size = Math.max(1, Math.ceil(mixture.people.length * pace.share))
  for (const kindOf of [turnOf, shiftOf])
    for (const [i, mixed] of shuffle([...mixture.people], chance).entries()) {
      decide(mixture, mixed, kindOf)
      if (kindOf === shiftOf) seat(mixture, { ...mixed, person: free.get(mixed)! }) // of those there are
      if ((i + 1) % size !== 0 || !pace.goOn()) continue
      for (let n = 0; n < pace.passes; n++) pass(mixture, chance)
      believe(mixture.crowd)
    }
  for (const [mixed, person] of free) mixed.person = person
}

const NEVER = 10_000 // beyond what any week costs that may be had

function decide(mixture: Mixture, mixed: Mixed, kindOf: KindOf): void {
  const { choice } = becomeWhole(mixture, mixed)
  const { week, person } = mixed
  const [allowed, cost, offCost] = [person.allowed.slice(), person.cost.slice(), person.offCost.slice()]
  for (const [d, place] of choice.entries()) {
    const day = week.from + d
    if (person.frozen[day]) continue
    const kind = kindOf(mixed, day, place)
    const kept = [...person.allowed[day]!.keys()].filter((i) => kindOf(mixed, day, person.allowed[day]![i]!) === kind)
    allowed[day] = Int32Array.from(kept, (i) => person.allowed[day]![i]!)
    cost[day] = Float64Array.from(kept, (i) => person.cost[day]![i]!)
    if (place !== OFF && offCost[day]! < NEVER) offCost[day]! += NEVER
  }
  mixed.person = { ...person, allowed, cost, offCost }
}
