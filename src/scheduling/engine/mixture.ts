// Everybody as a mixture of weeks: half this one, half that. One after the other they lean towards the best week at the prices of the crowd and away from
// the dearest of theirs (block-coordinate Frank–Wolfe with pairwise steps: Lacoste-Julien and Jaggi, ICML 2013; the mixtures are the master of a
// Dantzig–Wolfe decomposition, Operations Research 8, 1960, solved without a solver). Their prices prove, their levels and mixtures guide.
import { bestWeek } from './best-week.ts'
import { shuffle, type Chance } from './chance.ts'
import { even, spread, type Crowd } from './crowd.ts'
import type { Planned, WeekAsked } from './person.ts'
import type { Problem } from './problem.ts'
import { newRota, type Rota } from './rota.ts'
import { clearWeek, setDay } from './ruin.ts'
import { placedPauses } from './tour.ts'

export type Part = {
  choice: Int16Array // by day of the week, as in a rota
  slots: Int16Array // in which they are at work
  stretches: readonly number[] // the same as beginnings and ends
  cost: number // besides coverage
  weight: number // the parts of a person's week weigh 1 together
  mark: number // alike where the slots are
}
export type Mixed = { person: Planned; week: WeekAsked; parts: Part[] }
export type Mixture = { rota: Rota; crowd: Crowd; people: readonly Mixed[] } // the rota: whoever is whole, and what weeks before and after ask

/** Turns of people who are not in the crowd yet, each with the best week at its prices. */
export function mixtureOf(rota: Rota, crowd: Crowd, turns: readonly Pick<Mixed, 'person' | 'week'>[]): Mixture {
  const people = turns.filter(({ person }) => person.type >= 0).map(({ person, week }): Mixed => ({ person, week, parts: [] }))
  const mixture = { rota, crowd, people }
  for (const mixed of people) becomeWhole(mixture, mixed)
  return mixture
}

/** The same people as they lean now, to be made whole while these lean on. */
export function copied(problem: Problem, { crowd, people }: Mixture): Mixture {
  return {
    rota: newRota(problem),
    crowd: {
      ...crowd,
      centre: crowd.centre.slice(),
      price: crowd.price.slice(),
      level: crowd.level.slice(),
      mass: crowd.mass.slice(),
      cursor: crowd.cursor.slice(),
    },
    people: people.map((mixed) => ({ ...mixed, parts: mixed.parts.map((part) => ({ ...part })) })),
  }
}

const TRIFLE = 1e-6
const MOST_PARTS = 120 // of a person
const AWAY_FROM = 2 // parts of a person that give way in one turn

/** Everybody leans once towards their best week. */
export function pass(mixture: Mixture, chance: Chance): void {
  for (const mixed of shuffle([...mixture.people], chance)) lean(mixture, mixed)
  even(mixture.crowd)
}

function lean({ rota, crowd }: Mixture, mixed: Mixed): void {
  const fresh = bestPart(rota, crowd, mixed)
  const into = mixed.parts.find(({ mark }) => mark === fresh.mark) ?? fresh
  if (into === fresh) mixed.parts.push(fresh)
  const price = priced(into)
  const others = mixed.parts
    .filter((part) => part !== into && part.weight > 0)
    .map((part) => ({ part, gain: priced(part) - price }))
    .toSorted((a, b) => b.gain - a.gain)
  for (const { part, gain } of others.slice(0, AWAY_FROM)) {
    if (gain <= TRIFLE) break
    const { more, fewer } = apart(into.slots, part.slots)
    const by = Math.min(part.weight, gain / (crowd.stiff * Math.max(1, more.length + fewer.length)))
    part.weight -= by
    into.weight += by
    spread(crowd, { type: mixed.person.type, slots: fewer }, -by)
    spread(crowd, { type: mixed.person.type, slots: more }, by)
  }
  mixed.parts = mixed.parts.filter(({ weight }) => weight > TRIFLE)
  if (mixed.parts.length > MOST_PARTS) thin(crowd, mixed)
}

// The lightest parts give way to the heaviest: of many more nothing is learned.
function thin(crowd: Crowd, mixed: Mixed): void {
  const { type } = mixed.person
  const [heaviest, ...others] = mixed.parts.toSorted((a, b) => b.weight - a.weight)
  for (const { slots, weight } of others.splice(MOST_PARTS / 2)) {
    spread(crowd, { type, slots }, -weight)
    spread(crowd, { type, slots: heaviest!.slots }, weight)
    heaviest!.weight += weight
  }
  mixed.parts = [heaviest!, ...others]
}

/** Somebody takes one whole week, the best at the prices without them. Returns what it costs besides coverage. */
export function becomeWhole({ rota, crowd }: Mixture, mixed: Mixed): Part {
  const { type } = mixed.person
  for (const { slots, weight } of mixed.parts) spread(crowd, { type, slots }, -weight)
  const whole = { ...bestPart(rota, crowd, mixed), weight: 1 }
  mixed.parts = [whole]
  spread(crowd, { type, slots: whole.slots }, 1)
  return whole
}

/** The first part of somebody's mixture, into the rota. */
export function seat({ rota, crowd }: Mixture, { person, week, parts: [part] }: Mixed): void {
  sumPrices(crowd, person, week)
  clearWeek(rota, person, week)
  for (const [d, place] of part!.choice.entries())
    if (place >= 0) setDay(rota, person, { day: week.from + d, place, prices: sums }) // nobody is without a part
}

const sums = new Float64Array(8_192) // running sums of the prices of whoever's turn it is

function bestPart(rota: Rota, crowd: Crowd, { person, week }: Pick<Mixed, 'person' | 'week'>): Part {
  sumPrices(crowd, person, week)
  const { choice, cost } = bestWeek(rota, { person, week, sums })
  const [slots, stretches]: [number[], number[]] = [[], []]
  let [mark, worth, last] = [17, 0, -1]
  for (const [d, place] of choice.entries()) {
    if (place < 0) continue
    const option = person.catalog.days[week.from + d]![place]!
    const pauses = placedPauses(option, sums)
    for (let slot = option.start; slot < option.end; slot++) {
      if (pauses.some((from, i) => slot >= from && slot < from + option.pauses[i]!.length)) continue
      slots.push(slot)
      if (slot === last) stretches[stretches.length - 1] = slot + 1
      else stretches.push(slot, slot + 1)
      last = slot + 1
      worth += sums[slot + 1]! - sums[slot]!
      mark = (Math.imul(mark, 31) + Math.imul(slot, 0x9e3779b1)) | 0
    }
  }
  return { choice, cost: cost - worth, slots: Int16Array.from(slots), stretches, weight: 0, mark }
}

function sumPrices({ problem: { grid, types }, price }: Crowd, { type }: Planned, week: WeekAsked): void {
  const [from, to] = [grid.dayStart[week.from]!, Math.min(grid.room, grid.dayStart[week.to]! + 99)]
  const serves = types[type]!
  let sum = 0
  for (let slot = from; slot < to; slot++) {
    sums[slot] = sum
    let least = Infinity
    for (const need of serves) least = Math.min(least, price[need * grid.room + slot]!)
    sum += least
  }
  sums[to] = sum
}

function priced({ cost, stretches }: Part): number {
  let sum = cost
  for (let i = 0; i < stretches.length; i += 2) sum += sums[stretches[i + 1]!]! - sums[stretches[i]!]!
  return sum
}

// Slots of one week that are not in the other; both in rising order.
function apart(into: Int16Array, from: Int16Array): { more: number[]; fewer: number[] } {
  const [more, fewer]: [number[], number[]] = [[], []]
  for (let i = 0, j = 0; i < into.length || j < from.length;) {
    const [a, b] = [into[i] ?? Infinity, from[j] ?? Infinity]
    if (a < b) more.push(a)
    if (b < a) fewer.push(b)
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return { more, fewer }
}
