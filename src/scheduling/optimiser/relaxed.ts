// The plan as a linear programme: how many of each class of people begin which shift on which day, how many pause when, who stands where. It knows no
// names and no whole numbers; its prices are what the proof and the tours begin from. Pauses are implicit: a pool of people who may pause and have not
// yet, which must be empty when windows close (Bechtold and Jacobs 1990; written as a flow so that rows stay short).
import type { Problem } from '../engine/problem.ts'
import type { Option } from '../engine/options.ts'
import type { Planned, WeekAsked } from '../engine/person.ts'
import { coverCost } from '../engine/cost.ts'
import { hoursCost, widened } from '../engine/rota.ts'
import { burdenRows } from './burdens.ts'
import { column, newProgramme, row, type Entry, type Programme } from './sparse.ts'

export type Class = { type: number; catalog: Planned['catalog']; people: readonly Planned[]; columns: readonly Int32Array[] } // columns by day and option
export type Relaxed = {
  programme: Programme
  classes: readonly Class[]
  proves: boolean // false: it leaves out weeks that somebody could have
  needRow: Int32Array // by need and slot; -1: nobody can serve it, or nothing is needed
}

export function relaxed(problem: Problem): Relaxed {
  const programme = newProgramme()
  const classes = classesOf(problem, programme)
  const proves = classes.map((each) => weekRows(problem, programme, each)).every(Boolean)
  const supply = supplyRows(problem, programme, classes)
  return { programme, classes, proves, needRow: needRows(problem, programme, supply) }
}

function classesOf({ people, grid }: Problem, programme: Programme): Class[] {
  const groups = Map.groupBy(
    people.filter(({ type }) => type >= 0),
    ({ type, catalog, rest }) => `${type}|${catalog.key}|${rest}`,
  )
  return [...groups.values()].map((own) => {
    const { type, catalog } = own[0]! // no group is empty
    const columns = Array.from({ length: grid.days }, (_, day) => {
      const able = new Int32Array(catalog.days[day]!.length)
      for (const { allowed } of own) for (const place of allowed[day]!) able[place]! += 1
      return able.map((most) => (most === 0 ? -1 : column(programme, { upper: most })))
    })
    return { type, catalog, people: own, columns }
  })
}

function weekRows(problem: Problem, programme: Programme, { catalog, people, columns }: Class): boolean {
  let proves = true
  const { grid } = problem
  const used = (day: number): [number, Option][] =>
    [...columns[day]!].flatMap((index, o): [number, Option][] => (index < 0 ? [] : [[index, catalog.days[day]![o]!]]))
  for (let day = 0; day < grid.days; day++) {
    const able = people.filter(({ allowed }) => allowed[day]!.length > 0).length
    row(
      programme,
      used(day).map(([index]): Entry => [index, 1]),
      { upper: able },
    )
  }
  burdenRows(problem, programme, { people, used })
  for (const [w, { from, to }] of grid.weeks.entries()) {
    const days = Array.from({ length: to - from }, (_, d) => from + d).flatMap(used)
    proves = mixRows(problem, programme, { days, weeks: people.map((person) => leftOf(person, person.weeks[w]!)) }) && proves
  }
  return proves
}

type Left = { week: WeekAsked; fixed: { paid: number; days: number } }
type Worked = { days: readonly [number, Option][]; weeks: readonly Left[] }

// What a week asks, and what is fixed of it already.
function leftOf(person: Planned, asked: WeekAsked): Left {
  const held = person.frozen.slice(asked.from, asked.to).filter((each) => each !== null)
  return { week: widened(person, asked), fixed: { paid: sumOf(held.map(({ paid }) => paid)), days: held.length } }
}

// How many people have which mixture of lengths in their week: five sevens, or two eights, two sevens and a five. Hours alone would let the average
// person work four days and three eighths, which nobody can.
function mixRows(problem: Problem, programme: Programme, { days, weeks }: Worked): boolean {
  let proves = true
  const lengths = [...new Set(days.map(([, { paid }]) => paid))]
  const counts = new Map(
    lengths.map((paid): [number, Entry[]] => [
      paid,
      days.filter(([, option]) => option.paid === paid).map(([index]): Entry => [index, -1]),
    ]),
  )
  const alike = Map.groupBy(weeks, ({ week, fixed }) =>
    [week.least, week.most, week.top, week.daysLeast, week.daysMost, fixed.paid, fixed.days].join('|'),
  )
  for (const own of alike.values()) {
    const { week, fixed } = own[0]! // no group is empty
    const left = { top: week.top - fixed.paid, daysMost: week.daysMost - fixed.days }
    const mixes = mixesOf(lengths, left).map((mix) => {
      const cost = hoursCost(problem, week, { paid: sumOf(mix) + fixed.paid, days: mix.length + fixed.days })
      return { mix, index: column(programme, { cost }) }
    })
    if (mixes.length > MOST_MIXES) proves = false
    row(
      programme,
      mixes.map(({ index }): Entry => [index, 1]),
      { lower: own.length, upper: own.length },
    )
    for (const { mix, index } of mixes)
      for (const paid of new Set(mix)) counts.get(paid)!.push([index, mix.filter((each) => each === paid).length])
  }
  for (const entries of counts.values()) row(programme, entries, { lower: 0, upper: 0 })
  return proves
}

const MOST_MIXES = 1_500

/** Mixtures of lengths that a week may hold, the empty one too; of very many only the first, and then the relaxed plan proves nothing by itself. */
export function mixesOf(lengths: readonly number[], { top, daysMost }: Pick<WeekAsked, 'top' | 'daysMost'>): number[][] {
  const sorted = lengths.toSorted((a, b) => b - a)
  const found: number[][] = []
  const grow = (mix: number[], from: number, left: number): void => {
    if (found.length > MOST_MIXES) return
    found.push(mix)
    if (mix.length >= daysMost) return
    for (let i = from; i < sorted.length; i++) if (sorted[i]! <= left) grow([...mix, sorted[i]!], i, left - sorted[i]!)
  }
  grow([], 0, top)
  return found
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

type Net = {
  entries: (type: number, slot: number) => Entry[] // people of a kind at work in a slot, as a sum of columns
  fixed: (type: number, slot: number) => number // and those whose shifts are fixed
}

// People present, as a running sum; less those who pause.
function supplyRows({ grid, types, people }: Problem, programme: Programme, classes: readonly Class[]): Net {
  const fixed = types.map(() => new Int32Array(grid.room))
  for (const { type, frozen } of people)
    if (type >= 0) for (const held of frozen) for (const slot of held?.slots ?? []) fixed[type]![slot]! += 1
  const present = types.map(() => new Int32Array(grid.room).fill(-1))
  const pausing = types.map((): Map<number, Entry[]> => new Map())
  for (let type = 0; type < types.length; type++) {
    const own = classes.filter((each) => each.type === type)
    const changes = new Map<number, Entry[]>()
    const pools = new Map<string, Pool>()
    for (const [index, option] of own.flatMap(columnsOf)) {
      push(changes, option.start, [index, 1])
      push(changes, option.end, [index, -1])
      for (const pause of option.pauses) {
        if (pause.length === 0) continue
        const key = `${option.day}|${pause.kind}|${pause.length}`
        const pool = pools.get(key) ?? {
          length: pause.length,
          opens: new Map<number, Entry[]>(),
          closes: new Map<number, Entry[]>(),
        }
        pools.set(key, pool)
        push(pool.opens, option.start + pause.from, [index, 1])
        push(pool.closes, option.start + pause.to, [index, 1])
      }
    }
    running(programme, changes, present[type]!)
    for (const pool of pools.values()) poolRows(programme, pool, pausing[type]!)
  }
  return {
    entries: (type, slot) => [
      ...(present[type]![slot]! >= 0 ? [[present[type]![slot]!, 1] as const] : []),
      ...(pausing[type]!.get(slot) ?? []),
    ],
    fixed: (type, slot) => fixed[type]![slot]!,
  }
}

const columnsOf = ({ columns, catalog }: Class): [number, Option][] =>
  columns.flatMap((own, day) =>
    [...own].flatMap((index, o): [number, Option][] => (index < 0 ? [] : [[index, catalog.days[day]![o]!]])),
  )

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function running(programme: Programme, changes: ReadonlyMap<number, Entry[]>, into: Int32Array): void {
  if (changes.size === 0) return
  const slots = [...changes.keys()]
  let before = -1
  for (let slot = Math.min(...slots); slot < Math.min(Math.max(...slots), into.length); slot++) {
    const change = changes.get(slot)
    if (change || before < 0) {
      const here = column(programme, {})
      row(programme, [[here, -1], ...(before >= 0 ? [[before, 1] as const] : []), ...(change ?? [])], { lower: 0, upper: 0 })
      before = here
    }
    into[slot] = before
  }
}

type Pool = { length: number; opens: Map<number, Entry[]>; closes: Map<number, Entry[]> }

// waiting + paused so far = opened so far; paused so far covers all whose window has closed.
function poolRows(programme: Programme, { length, opens, closes }: Pool, pausing: Map<number, Entry[]>): void {
  const [from, to] = [Math.min(...opens.keys()), Math.max(...closes.keys())]
  let [waiting, open] = [-1, -1]
  for (let slot = from; slot <= to; slot++) {
    const begun = column(programme, {})
    const [stillWaiting, stillOpen] = [column(programme, {}), column(programme, {})]
    const opened = opens.get(slot) ?? []
    row(programme, [[stillWaiting, -1], [begun, -1], ...(waiting >= 0 ? [[waiting, 1] as const] : []), ...opened], {
      lower: 0,
      upper: 0,
    })
    row(programme, [[stillOpen, -1], ...(open >= 0 ? [[open, 1] as const] : []), ...merged([...opened, ...(closes.get(slot) ?? []).map(([index, value]): Entry => [index, -value])])], { lower: 0, upper: 0 }) // prettier-ignore
    row(
      programme,
      [
        [stillWaiting, 1],
        [stillOpen, -1],
      ],
      { upper: 0 },
    )
    ;[waiting, open] = [stillWaiting, stillOpen]
    for (let t = slot; t < slot + length; t++) push(pausing, t, [begun, -1])
  }
}

function merged(entries: readonly Entry[]): Entry[] {
  const sums = new Map<number, number>()
  for (const [index, value] of entries) sums.set(index, (sums.get(index) ?? 0) + value)
  return [...sums].filter(([, value]) => value !== 0)
}

function needRows(problem: Problem, programme: Programme, net: Net): Int32Array {
  const { grid, types, needs } = problem
  const needRow = new Int32Array(needs.length * grid.room).fill(-1)
  for (let slot = 0; slot < grid.slots; slot++) {
    const at: Entry[][] = needs.map(() => [])
    const there = needs.map(() => 0)
    for (const [type, serves] of types.entries()) {
      const entries = net.entries(type, slot)
      const fixed = net.fixed(type, slot)
      if (entries.length === 0 && fixed === 0) continue
      if (serves.length === 1) {
        at[serves[0]!]!.push(...entries)
        there[serves[0]!]! += fixed
        continue
      }
      const places = serves.map((need) => ({ need, index: column(programme, {}) }))
      row(programme, [...entries, ...places.map(({ index }): Entry => [index, -1])], { lower: -fixed, upper: -fixed })
      for (const { need, index } of places) at[need]!.push([index, 1])
    }
    for (const [need, entries] of at.entries())
      if (entries.length > 0 || there[need]! > 0)
        needRow[need * grid.room + slot] = needRowOf(problem, programme, { need, slot, entries, fixed: there[need]! })
  }
  return needRow
}

// level = need − missing + more, each in pieces of rising price.
function needRowOf(
  { needs, ask, people }: Problem,
  programme: Programme,
  { need, slot, entries, fixed }: { need: number; slot: number; entries: Entry[]; fixed: number },
): number {
  const wanted = needs[need]![slot]!
  const weights = { short: ask.weights.short * ask.needs[need]!.weight, over: ask.weights.over }
  const step = (here: number): number => coverCost(wanted, here + 1, weights) - coverCost(wanted, here, weights)
  const pieces: Entry[] = []
  const whole = Math.ceil(wanted)
  const most = Math.max(1, Math.min(people.length, whole + 40))
  for (let here = 0; here < most;) {
    const price = step(here)
    let until = here + 1
    while (until < most && Math.abs(step(until) - price) < 1e-9) until++
    const piece = column(programme, { cost: price, upper: until === most ? Infinity : until - here })
    programme.pieces.add(piece)
    pieces.push([piece, -1])
    here = until
  }
  return row(programme, [...merged(entries), ...pieces], { lower: -fixed, upper: -fixed })
}
