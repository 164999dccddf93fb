// Some people's weeks made anew together: as mixtures against what all others do, then whole, one after the other, while those left lean on. What nobody
// could gain alone several do at once. A plan that is worse by a little is gone on with (record-to-record travel: Dueck, Journal of Computational Physics
// 104, 1993); the best one stays.
import { shuffle, type Chance } from './chance.ts'
import { believe, crowdOf } from './crowd.ts'
import { exchangeDays } from './exchange.ts'
import { harden } from './harden.ts'
import { recount, tryAnew, type Improver, type Turn } from './improve.ts'
import { mixtureOf, pass } from './mixture.ts'
import { giveNames } from './names.ts'
import type { Prices } from './proof.ts'
import { ownCost, recounted, type Rota } from './rota.ts'
import { clearWeek, fillWeek } from './ruin.ts'

const FEWEST = 5
const MORE = 3 // sorts of sizes: five to seven at a time
const STIFFNESS = 0.01 // how much a person more moves the price of a slot, in the price of an hour missing
const WORSE = 0.1 // than the best so far, in the price of an hour missing, and gone on with
const [LOOKS, PASSES] = [3, 3] // before anybody is whole
const PACE = { share: 0.15, passes: 4 }
const ANYBODY = 0.3 // share of tries with people of any kind; else they serve one need
const DEAL = 12 // plans gone on with after which days and names are exchanged
const TRIFLE = 1e-6

type Way = { prices: Prices; most: number; goOn: () => boolean; tell: () => void } // most: tries without a gain

/** Tries until nothing is gained any more. `improver` has the best plan found. */
export function solveTogether(improver: Improver, { prices, most, goOn, tell }: Way): void {
  const able = ableFor(improver)
  if (able.length === 0) return
  let best = { kept: copyOf(improver.rota), cost: improver.cost }
  for (let [tries, accepted, last] = [0, 0, 0]; tries - last < most && goOn(); tries++) {
    const worse = best.cost + worseBy(improver) - improver.cost
    if (!tryAnew(improver, pick(able, improver.chance), { worse, make: together(prices, improver.chance) })) continue
    if (++accepted % DEAL === 0) deal(improver, goOn)
    if (improver.cost > best.cost - TRIFLE) continue
    best = { kept: copyOf(improver.rota), cost: improver.cost }
    last = tries
    tell()
  }
  restore(improver, best.kept)
}

const worseBy = ({ rota: { problem } }: Improver): number => WORSE * Math.max(1, problem.ask.weights.short)

// Those who serve anything, and those of each need.
function ableFor({ rota: { problem }, turns }: Improver): Turn[][] {
  const free = turns.filter(({ person }) => person.type >= 0)
  const groups = problem.needs.map((_, need) => free.filter(({ person }) => problem.types[person.type]!.includes(need)))
  return free.length < 2 ? [] : [free, ...groups.filter(({ length }) => length > 1)]
}

function pick([free, ...groups]: readonly Turn[][], chance: Chance): Turn[] {
  const group = chance() < ANYBODY ? undefined : groups[Math.floor(chance() * groups.length)]
  const count = FEWEST + Math.floor(chance() * MORE)
  return shuffle([...(group ?? free!)], chance).slice(0, count) // asked with at least one group
}

const together =
  (prices: Prices, chance: Chance) =>
  (rota: Rota, turns: readonly Turn[]): void => {
    mix(rota, turns, { prices, chance })
    for (const { person, week } of shuffle([...turns], chance)) {
      clearWeek(rota, person, week)
      fillWeek(rota, person, week)
    }
  }

function mix(rota: Rota, turns: readonly Turn[], { prices, chance }: { prices: Prices; chance: Chance }): void {
  const { problem } = rota
  const stiff = STIFFNESS * Math.max(1, problem.ask.weights.short)
  const mixture = mixtureOf(rota, crowdOf(problem, rota.supply, { centre: prices, stiff }), turns)
  for (let look = 0; look < LOOKS; look++) {
    for (let i = 0; i < PASSES; i++) pass(mixture, chance)
    believe(mixture.crowd)
  }
  harden(mixture, chance, { ...PACE, goOn: () => true })
}

/** Names are given and days exchanged at the least cost. Returns how much cheaper. */
export function deal(improver: Improver, goOn: () => boolean): number {
  const gained = giveNames(improver.rota) + exchangeDays(improver.rota, { chance: improver.chance, goOn })
  recount(improver)
  return gained
}

type Copy = { choice: Int16Array; pauses: Int16Array }
const copyOf = ({ choice, pauses }: Rota): Copy => ({ choice: choice.slice(), pauses: pauses.slice() })

function restore(improver: Improver, { choice, pauses }: Copy): void {
  const rota = recounted({ ...improver.rota, choice, pauses }, improver.rota.problem)
  for (const person of rota.problem.people) rota.own[person.index] = ownCost(rota, person)
  improver.rota = rota
  recount(improver)
}
