// What somebody would rather not do, in the relaxed plan: of a class so many can be asked for nothing, the next ones cost. Whoever it costs least is
// asked first, which no plan can better.
import type { Option } from '../engine/options.ts'
import type { Planned } from '../engine/person.ts'
import type { Problem } from '../engine/problem.ts'
import { burdenPrice } from '../engine/rota.ts'
import { column, row, type Entry, type Programme } from './sparse.ts'

type Own = { people: readonly Planned[]; used: (day: number) => readonly (readonly [number, Option])[] }
const KINDS = ['weekend', 'late'] as const

export function burdenRows(problem: Problem, programme: Programme, { people, used }: Own): void {
  const days = Array.from({ length: problem.grid.days }, (_, day) => day)
  for (const kind of KINDS) {
    const borne = days.flatMap(used).filter(([, option]) => option[kind])
    const most = kind === 'weekend' ? days.filter((day) => problem.grid.weekdays[day]! >= 5).length : days.length
    priced(
      programme,
      borne,
      people.flatMap((person) => Array.from({ length: most }, (_, i) => burdenPrice(problem, person, { kind, nth: i + 1 }))),
    )
  }
  for (const day of days) {
    const taken = used(day)
    for (const against of [anyWork, (option: Option) => !option.early, (option: Option) => !option.late]) {
      const borne = taken.filter(([, option]) => against(option))
      priced(
        programme,
        borne,
        people.map((person) => leastOwn(person, day, against)),
      )
    }
  }
}

const anyWork = (): boolean => true

// What it costs somebody at least to be asked so, beyond what any work that day costs them.
function leastOwn({ allowed, cost, catalog, offCost }: Planned, day: number, against: (option: Option) => boolean): number {
  let [inside, outside] = [Infinity, Infinity]
  for (const [i, place] of allowed[day]!.entries()) {
    const own = cost[day]![i]! - offCost[day]!
    if (against(catalog.days[day]![place]!)) inside = Math.min(inside, own)
    else outside = Math.min(outside, own)
  }
  if (inside === Infinity || (outside === Infinity && against !== anyWork)) return 0 // what any work costs is counted once, as that
  if (outside === Infinity) return inside
  return Math.max(0, inside - Math.max(0, outside))
}

function priced(programme: Programme, borne: readonly (readonly [number, Option])[], prices: readonly number[]): void {
  if (borne.length === 0 || prices.every((price) => price === 0)) return
  const pieces = [...Map.groupBy(prices, (price) => Math.round(price * 100) / 100)]
  const entries = pieces.map(([cost, own]): Entry => [column(programme, { cost, upper: own.length }), -1])
  row(programme, [...borne.map(([index]): Entry => [index, 1]), ...entries], { upper: 0 })
}
