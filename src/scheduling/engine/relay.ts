// Shifts of a day moved in relays: somebody begins at another time though it costs more, whoever can make most of it follows, and the next, until all of
// it together is cheaper; else everybody goes back. Lengths of shifts and days worked stay (ejection chains: Glover, Discrete Applied Mathematics 65, 1996).
import { shuffle, type Chance } from './chance.ts'
import type { Option } from './options.ts'
import type { Planned, WeekAsked } from './person.ts'
import { rested } from './rested.ts'
import { costOfChoice, MOST_PAUSES, workAt, type Rota, type Work } from './rota.ts'
import { add, priceFewer, remove } from './supply.ts'
import { placedPauses, pricedOption } from './tour.ts'

const MOST_MORE = 0.6 // that a first move may cost, in the price of an hour missing
const MOST_MOVES = 4 // in one relay
const TRIFLE = 1e-6

type Other = { place: number; own: number } // a shift of the same length (also the one they have), and what it costs them more
type Runner = { person: Planned; week: WeekAsked; at: number; others: readonly Other[] } // `at`: person and day, as in a rota
type Run = { rota: Rota; day: number; from: number; to: number; runners: readonly Runner[] } // slots
type Way = { chance: Chance; goOn: () => boolean }

/** Everybody who works on this day begins a relay or two. Returns how much cheaper. */
export function relay(rota: Rota, day: number, { chance, goOn }: Way): number {
  const run = runOf(rota, day)
  let gained = 0
  for (const runner of shuffle([...run.runners], chance)) {
    if (!goOn()) break
    gained += relaysOf(run, runner)
  }
  return gained
}

function relaysOf(run: Run, runner: Runner): number {
  const most = MOST_MORE * Math.max(1, run.rota.problem.ask.weights.short)
  for (const first of movesOf(run, runner)) {
    if (first.by >= most) break
    const gain = tryRelay(run, runner, first)
    if (gain > 0) return gain
  }
  return 0
}

function runOf(rota: Rota, day: number): Run {
  const { grid, people } = rota.problem
  const runners = people.flatMap((person): Runner[] => {
    const at = person.index * rota.days + day
    const week = person.weeks.find(({ from, to }) => day >= from && day < to)
    return person.type < 0 || rota.choice[at]! < 0 || !week
      ? []
      : [{ person, week, at, others: othersOf(rota, person, { day, week }) }]
  })
  const ways = runners.flatMap(({ person, others }) => others.map(({ place }) => person.catalog.days[day]![place]!))
  const [from, to] = [Math.min(...ways.map(({ start }) => start)), Math.max(...ways.map(({ end }) => end))]
  return { rota, day, from, to: Math.min(grid.room, to), runners }
}

function othersOf(rota: Rota, person: Planned, { day, week }: { day: number; week: WeekAsked }): Other[] {
  const row = rota.choice.slice(person.index * rota.days, (person.index + 1) * rota.days)
  const works = Array.from({ length: week.to - week.from }, (_, d): Pick<Work, 'start' | 'end'> | null =>
    workAt(rota, person, week.from + d),
  )
  const now = row[day]!
  const options = person.catalog.days[day]!
  const cost = costOfChoice(rota.problem, person, row)
  const others: Other[] = [{ place: now, own: 0 }]
  for (const place of person.allowed[day]!) {
    if (place === now || options[place]!.paid !== options[now]!.paid) continue
    works[day - week.from] = options[place]!
    if (!rested(rota, person, { week, works })) continue
    row[day] = place
    others.push({ place, own: costOfChoice(rota.problem, person, row) - cost })
  }
  return others
}

const sums = new Float64Array(8_192)

// Running sums of what it costs that somebody is there: more where they are not yet, and where they are, what their going would. Returns what their going spares.
function sumPrices({ rota, day, from, to }: Run, { person, at }: Runner): number {
  const { supply } = rota
  const kind = person.type * supply.room
  const { start, end, pauses } = person.catalog.days[day]![rota.choice[at]!]!
  let [sum, spared] = [0, 0]
  for (let slot = from; slot < to; slot++) {
    sums[slot] = sum
    if (slot < start || slot >= end || inPause(rota, at, { pauses, slot })) sum += supply.plus[kind + slot]!
    else {
      spared += supply.minus[kind + slot]!
      sum -= supply.minus[kind + slot]!
    }
  }
  sums[to] = sum
  return spared
}

function inPause({ pauses: placed }: Rota, at: number, { pauses, slot }: { pauses: Option['pauses']; slot: number }): boolean {
  for (let i = 0; i < pauses.length; i++) {
    const from = placed[at * MOST_PAUSES + i]!
    if (slot >= from && slot < from + pauses[i]!.length) return true
  }
  return false
}

type Move = Other & { by: number } // what it costs in all

// Every other shift they could have, cheapest first.
function movesOf(run: Run, runner: Runner): Move[] {
  priceFewer(run.rota.supply, run)
  const spared = sumPrices(run, runner)
  const options = runner.person.catalog.days[run.day]!
  const now = run.rota.choice[runner.at]!
  return runner.others
    .filter(({ place }) => place !== now)
    .map((other) => ({ ...other, by: other.own + spared + pricedOption(options[other.place]!, sums) }))
    .toSorted((a, b) => a.by - b.by)
}

function tryRelay(run: Run, first: Runner, move: Move): number {
  const { rota } = run
  const done = [make(run, first, move)]
  let total = done[0]!.by
  while (total > -TRIFLE && done.length < MOST_MOVES) {
    const next = nextOf(run, new Set(done.map(({ runner }) => runner)))
    if (!next) break
    done.push(make(run, next.runner, next.move))
    total += done.at(-1)!.by
  }
  if (total > -TRIFLE) {
    for (const { runner, before } of done.toReversed()) seat(run, runner, before)
    return 0
  }
  for (const { runner, own } of done) {
    rota.own[runner.person.index]! += own
    runner.others = othersOf(rota, runner.person, { day: run.day, week: runner.week })
  }
  return -total
}

// Whoever makes most of what the others left, their pauses placed anew if they stay.
function nextOf(run: Run, moved: ReadonlySet<Runner>): { runner: Runner; move: Move } | null {
  priceFewer(run.rota.supply, run)
  let [least, who]: [Move, Runner | null] = [{ place: -1, own: 0, by: -TRIFLE }, null]
  for (const runner of run.runners) {
    if (moved.has(runner)) continue
    const spared = sumPrices(run, runner)
    const options = runner.person.catalog.days[run.day]!
    for (const { place, own } of runner.others) {
      const by = own + spared + pricedOption(options[place]!, sums)
      if (by < least.by) [least, who] = [{ place, own, by }, runner]
    }
  }
  return who && { runner: who, move: least }
}

type Seat = { place: number; pauses: readonly number[] }
type Made = { runner: Runner; before: Seat; own: number; by: number }

function make(run: Run, runner: Runner, { place, own }: Other): Made {
  const { rota, day } = run
  priceFewer(rota.supply, run)
  sumPrices(run, runner)
  const at = runner.at * MOST_PAUSES
  const before = { place: rota.choice[runner.at]!, pauses: [...rota.pauses.subarray(at, at + MOST_PAUSES)] }
  const cost = rota.supply.cost
  seat(run, runner, { place, pauses: placedPauses(runner.person.catalog.days[day]![place]!, sums) })
  return { runner, before, own, by: rota.supply.cost - cost + own }
}

// Only where it makes a difference: what is covered by both shifts is not touched.
function seat({ rota, day, from, to }: Run, { person, at }: Runner, { place, pauses }: Seat): void {
  const options = person.catalog.days[day]!
  const isThere = (slot: number): boolean => {
    const option = options[rota.choice[at]!]!
    return slot >= option.start && slot < option.end && !inPause(rota, at, { pauses: option.pauses, slot })
  }
  const was = new Uint8Array(to - from)
  for (let slot = from; slot < to; slot++) was[slot - from] = isThere(slot) ? 1 : 0
  rota.choice[at] = place
  for (const [i, slot] of pauses.entries()) rota.pauses[at * MOST_PAUSES + i] = slot
  for (let slot = from; slot < to; slot++) {
    const is = isThere(slot)
    if (is && was[slot - from] === 0) add(rota.supply, person.type, slot)
    if (!is && was[slot - from] === 1) remove(rota.supply, person.type, slot)
  }
}
