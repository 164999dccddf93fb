// Days exchanged among people who serve the same: who takes whose Monday and Tuesday, so that wishes, hours and fairness cost least in all. What is
// covered stays as it is. For each set of days an exact assignment (Jonker and Volgenant, Computing 38, 1987); where two would have to move at once, or
// five in a ring, one after the other never would (very large neighbourhoods: Ahuja, Ergun, Orlin, Punnen, Discrete Applied Mathematics 123, 2002).
import { shuffle, type Chance } from './chance.ts'
import { cheapest } from './names.ts'
import type { Option } from './options.ts'
import type { Planned, WeekAsked } from './person.ts'
import { rested } from './rested.ts'
import { burdenPrice, burdensBeside, hoursCost, MOST_PAUSES, OFF, ownCost, type Rota } from './rota.ts'

const MOST_AT_ONCE = 80 // people: the time grows with their cube
const TOO_DEAR = 1e9 // what may not be had
const TRIFLE = 1e-6

type Deal = { chance: Chance; goOn: () => boolean }

/** Every set of days of every week once, in another order each time. Returns how much cheaper. */
export function exchangeDays(rota: Rota, { chance, goOn }: Deal): number {
  let gained = 0
  for (const [w, { from, to }] of rota.problem.grid.weeks.entries()) {
    for (const people of shuffle(alike(rota, w), chance)) {
      const sets = shuffle(
        Array.from({ length: 2 ** (to - from) - 2 }, (_, i) => i + 1),
        chance,
      ) // neither nothing nor all
      for (let at = 0; at < people.length && goOn(); at += MOST_AT_ONCE) {
        const table = tableOf(rota, shuffle(people, chance).slice(at, at + MOST_AT_ONCE), w)
        for (const days of sets) if (goOn()) gained += exchange(rota, table, days)
      }
    }
  }
  return gained
}

// Those who serve the same, and have nothing fixed.
function alike({ problem: { people } }: Rota, week: number): Planned[][] {
  const { from, to } = people[0]?.weeks[week] ?? { from: 0, to: 0 }
  const free = people.filter(({ type, frozen }) => type >= 0 && !frozen.slice(from, to).some((held) => held !== null))
  return [...Map.groupBy(free, ({ type, rest }) => `${type}|${rest}`).values()].filter(({ length }) => length > 1)
}

type Mine = { place: Int16Array; cost: Float64Array } // by number of a day's work: the place in one's own catalog, and what it costs
type Table = {
  people: readonly Planned[]
  weeks: readonly WeekAsked[]
  works: readonly (Option | null)[][] // by day: all that is done, each once; null: a day off
  mine: readonly Mine[][] // by person and day
  has: readonly Int32Array[] // by person and day: the number of what they do
  late: readonly Float64Array[] // by person: what so many late shifts in this week cost
  weekend: readonly Float64Array[]
}

function tableOf(rota: Rota, people: readonly Planned[], week: number): Table {
  const weeks = people.map((person) => person.weeks[week]!) // everybody has all weeks of the plan
  const { from, to } = weeks[0]!
  const works = Array.from({ length: to - from }, (): (Option | null)[] => [null])
  const has = people.map(() => new Int32Array(to - from))
  for (let d = 0; d < to - from; d++) {
    const known = new Map<string, number>()
    for (const [p, person] of people.entries()) {
      const place = rota.choice[person.index * rota.days + from + d]!
      if (place === OFF) continue
      const option = person.catalog.days[from + d]![place]!
      const key = keyOf(option)
      const number = known.get(key) ?? works[d]!.push(option) - 1
      known.set(key, number)
      has[p]![d] = number
    }
  }
  const mine = people.map((person) => works.map((of, d) => mineOf(person, from + d, of)))
  const burdens = people.map((person, p) => burdensOf(rota, person, weeks[p]!))
  return {
    people,
    weeks,
    works,
    mine,
    has,
    late: burdens.map(({ late }) => late),
    weekend: burdens.map(({ weekend }) => weekend),
  }
}

const keyOf = ({ start, end, paid, pauses }: Option): string =>
  `${start} ${end} ${paid} ${pauses.map(({ kind, from, to, length }) => `${kind} ${from} ${to} ${length}`).join(' ')}`

const places = new WeakMap<readonly Option[], Map<string, number>>()

function placesOf(options: readonly Option[]): Map<string, number> {
  const known = places.get(options) ?? new Map(options.map((option, place) => [keyOf(option), place]))
  places.set(options, known)
  return known
}

function mineOf({ catalog, allowed, cost, offCost }: Planned, day: number, works: readonly (Option | null)[]): Mine {
  const own = placesOf(catalog.days[day]!)
  const place = Int16Array.from(works, (option) => (option ? (own.get(keyOf(option)) ?? -2) : OFF))
  return {
    place,
    cost: Float64Array.from(place, (at) =>
      at === OFF ? offCost[day]! : at < 0 ? Infinity : (cost[day]![allowed[day]!.indexOf(at)] ?? Infinity),
    ),
  }
}

// Late shifts and weekend days of the other weeks come first.
function burdensOf(rota: Rota, person: Planned, week: WeekAsked): { late: Float64Array; weekend: Float64Array } {
  const { problem } = rota
  const { late, weekend } = burdensBeside(rota, person, week)
  const summed = (kind: 'late' | 'weekend', had: number): Float64Array => {
    const sums = new Float64Array(week.to - week.from + 1)
    for (let nth = 1; nth < sums.length; nth++)
      sums[nth] = sums[nth - 1]! + burdenPrice(problem, person, { kind, nth: had + nth })
    return sums
  }
  return { late: summed('late', late), weekend: summed('weekend', weekend) }
}

type Part = { paid: number; days: number; late: number; weekend: number }

function partOf({ grid }: Rota['problem'], { works, has, weeks }: Table, { p, days }: { p: number; days: number }): Part {
  const part = { paid: 0, days: 0, late: 0, weekend: 0 }
  const { from, to } = weeks[p]!
  for (let d = 0; d < to - from; d++) {
    if ((days & (1 << d)) === 0) continue
    const option = works[d]![has[p]![d]!]!
    if (!option) continue
    part.paid += option.paid
    part.days += 1
    if (option.late) part.late += 1
    if (grid.weekdays[from + d]! >= 5) part.weekend += 1
  }
  return part
}

function exchange(rota: Rota, table: Table, days: number): number {
  const { people, weeks } = table
  const all = 2 ** (weeks[0]!.to - weeks[0]!.from) - 1
  const kept = people.map((_, p) => partOf(rota.problem, table, { p, days: all & ~days }))
  const given = people.map((_, p) => partOf(rota.problem, table, { p, days }))
  const { weights } = rota.problem.ask
  const costs = people.map((_, p) => {
    const now = Math.min(TOO_DEAR, costOf(rota, table, { p, j: p, days, kept: kept[p]!, given: given[p]! }))
    const most = now + Math.max(weights.less, weights.overtime) // an hour too few or too many: nobody is better off by more
    return Float64Array.from(people, (_, j) => {
      if (j === p) return now
      const cost = costOf(rota, table, { p, j, days, kept: kept[p]!, given: given[j]! })
      return cost <= most && mayRest(rota, table, { p, j, days }) ? cost : TOO_DEAR
    })
  })
  if (!costs.some((row, p) => row.some((cost) => cost < row[p]! - TRIFLE))) return 0 // nobody would be better off by anything
  const taken = cheapest(costs)
  let gain = 0
  for (const [p, j] of taken.entries()) gain += costs[p]![p]! - costs[p]![j]!
  if (gain < TRIFLE || taken.some((j, p) => j !== p && costs[p]![j]! >= TOO_DEAR)) return 0
  deal(rota, table, { taken, days })
  return gain
}

type Pair = { p: number; j: number; days: number } // p does on these days what j did
type Priced = Pair & { kept: Part; given: Part }

function costOf({ problem }: Rota, { weeks, mine, has, late, weekend }: Table, { p, j, days, kept, given }: Priced): number {
  const week = weeks[p]!
  let cost = hoursCost(problem, week, { paid: kept.paid + given.paid, days: kept.days + given.days })
  cost += late[p]![kept.late + given.late]! + weekend[p]![kept.weekend + given.weekend]!
  for (let d = 0; d < week.to - week.from; d++) cost += mine[p]![d]!.cost[(days & (1 << d)) !== 0 ? has[j]![d]! : has[p]![d]!]!
  return cost
}

const works: (Option | null)[] = Array.from({ length: 7 }, () => null)

function mayRest(rota: Rota, { people, weeks, works: done, has }: Table, { p, j, days }: Pair): boolean {
  const week = weeks[p]!
  for (let d = 0; d < week.to - week.from; d++) works[d] = done[d]![(days & (1 << d)) !== 0 ? has[j]![d]! : has[p]![d]!]!
  return rested(rota, people[p]!, { week, works })
}

function deal(rota: Rota, table: Table, { taken, days }: { taken: readonly number[]; days: number }): void {
  const { people, weeks, mine, has } = table
  const had = has.map((own) => own.slice())
  const pauses = people.map(({ index }, p) => rota.pauses.slice((index * rota.days + weeks[p]!.from) * MOST_PAUSES, (index * rota.days + weeks[p]!.to) * MOST_PAUSES)) // prettier-ignore
  for (const [p, j] of taken.entries()) {
    if (p === j) continue
    const { index } = people[p]!
    for (let d = 0; d < had[p]!.length; d++) {
      if ((days & (1 << d)) === 0) continue
      has[p]![d] = had[j]![d]!
      const at = index * rota.days + weeks[p]!.from + d
      rota.choice[at] = mine[p]![d]!.place[had[j]![d]!]!
      rota.pauses.set(pauses[j]!.subarray(d * MOST_PAUSES, (d + 1) * MOST_PAUSES), at * MOST_PAUSES)
    }
    rota.own[index] = ownCost(rota, people[p]!)
  }
}
