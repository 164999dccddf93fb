// Mends for a stretch in which people are missing: each is done on the plan, its effect on hours missing in the whole plan is read, and it is undone.
import type { Mend } from '../contract/schedule-answer.ts'
import { SLOTS_PER_HOUR } from './grid.ts'
import type { Option } from './options.ts'
import type { Planned } from './person.ts'
import { MOST_PAUSES, OFF, optionAt, type Rota } from './rota.ts'
import { sayMend } from './say-why.ts'
import { add, remove } from './supply.ts'
import type { Stretch } from './why.ts'

type Change = { person: Planned; put: readonly number[]; take: readonly number[]; hours: number } // slots covered and left; paid hours more
type Kind = {
  code: Mend['code']
  changes: (rota: Rota, person: Planned, stretch: Stretch) => Change[]
  price: (rota: Rota, hours: number) => number
}

const MOST_TIMES = 12
const AN_HOUR = SLOTS_PER_HOUR

const kinds: readonly Kind[] = [
  { code: 'move_breaks', changes: pausesElsewhere, price: () => 0.5 },
  { code: 'move_shifts', changes: shiftElsewhere, price: ({ problem }) => problem.ask.weights.change },
  { code: 'overtime', changes: anHourMore, price: ({ problem }, hours) => problem.ask.weights.overtime * hours },
  { code: 'extra_day', changes: aDayMore, price: ({ problem }, hours) => problem.ask.weights.overtime * hours },
]

/** What helps, the cheapest for each hour gained first. */
export function mendsFor(rota: Rota, stretch: Stretch): Mend[] {
  const able = rota.problem.people.filter(({ type }) => type >= 0 && rota.problem.types[type]!.includes(stretch.need))
  const found = [...kinds.map((kind) => tried(rota, able, { kind, stretch })), taught(rota, stretch)].filter(
    (mend) => mend !== null,
  )
  if (found.length === 0)
    found.push(
      mend('less_work', { people: [], times: 1, gain_h: Math.round((stretch.missing / SLOTS_PER_HOUR) * 100) / 100, cost: 0 }),
    )
  return found.toSorted((a, b) => a.cost / a.gain_h - b.cost / b.gain_h)
}

// Person by person, as long as the stretch is short: each does what helps most, if it helps.
function tried(rota: Rota, able: readonly Planned[], { kind, stretch }: { kind: Kind; stretch: Stretch }): Mend | null {
  const done: Change[] = []
  let [gain, cost] = [0, 0]
  for (const person of able.filter(({ index }) => !sitsThatDay(rota, index, stretch.day))) {
    if (done.length === MOST_TIMES || !isShort(rota, stretch)) break
    const best = kind.changes(rota, person, stretch).map((change) => ({ change, gain: gainOf(rota, change) })).toSorted((a, b) => b.gain - a.gain)[0] // prettier-ignore
    if (!best || best.gain < 0.2) continue
    act(rota, best.change)
    done.push(best.change)
    gain += best.gain
    cost += kind.price(rota, best.change.hours)
  }
  for (const change of done.toReversed()) undo(rota, change)
  if (done.length === 0) return null
  return mend(kind.code, {
    people: done.map(({ person }) => person.name),
    times: done.length,
    gain_h: Math.round(gain * 100) / 100,
    cost,
  })
}

const mend = (code: Mend['code'], facts: Pick<Mend, 'people' | 'times' | 'gain_h' | 'cost'>): Mend => ({
  code,
  ...facts,
  ...sayMend(code, facts),
})

// Who sits together that day is left alone: the others would sit without them.
const sitsThatDay = ({ sittings, problem }: Rota, index: number, day: number): boolean =>
  sittings.some(
    ({ person, from }) => person.index === index && from >= problem.grid.dayStart[day]! && from < problem.grid.dayStart[day + 1]!,
  )

function isShort({ problem, supply }: Rota, { need, from, to }: Stretch): boolean {
  for (let slot = from; slot < to; slot++)
    if (problem.needs[need]![slot]! - supply.level[need * supply.room + slot]! > 1e-9) return true
  return false
}

function act({ supply }: Rota, { person, put, take }: Change): void {
  for (const slot of take) remove(supply, person.type, slot)
  for (const slot of put) add(supply, person.type, slot)
}

function undo(rota: Rota, { person, put, take, hours }: Change): void {
  act(rota, { person, put: take, take: put, hours })
}

// Hours missing that it takes away: the plan is judged by nothing else.
function gainOf(rota: Rota, change: Change): number {
  const before = rota.supply.cost
  act(rota, change)
  const gain = before - rota.supply.cost
  undo(rota, change)
  return gain
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

// A pause an hour earlier or later than its window allows, somewhere inside the shift.
function pausesElsewhere(rota: Rota, person: Planned, { day, from, to }: Stretch): Change[] {
  const option = optionAt(rota, person, day)
  if (!option) return []
  const at = (person.index * rota.days + day) * MOST_PAUSES
  return option.pauses.flatMap(({ length, from: opens, to: closes }, i) => {
    const now = rota.pauses[at + i]!
    if (length === 0 || now >= to || now + length <= from) return []
    const places = range(
      Math.max(option.start + opens - AN_HOUR, option.start + 2),
      Math.min(option.start + closes + AN_HOUR, option.end - length - 2) + 1,
    )
    return places
      .filter((place) => Math.abs(place - now) >= length && !meetsAnother(rota, at, { option, i, place }))
      .map((place) => ({ person, put: range(now, now + length), take: range(place, place + length), hours: 0 }))
  })
}

function meetsAnother({ pauses }: Rota, at: number, { option, i, place }: { option: Option; i: number; place: number }): boolean {
  const { length } = option.pauses[i]!
  return option.pauses.some((other, o) => o !== i && place < pauses[at + o]! + other.length && pauses[at + o]! < place + length)
}

// The shift half an hour or an hour sooner or later, pauses with it.
function shiftElsewhere(rota: Rota, person: Planned, { day }: Stretch): Change[] {
  const own = worked(rota, person, day)
  if (own.length === 0) return []
  return [-4, -2, 2, 4]
    .filter((by) => restsAllow(rota, person, { day, from: own[0]! + by, to: own.at(-1)! + 1 + by }))
    .map((by) => ({ person, put: own.map((slot) => slot + by), take: own, hours: 0 }))
}

// One hour before or after the shift, where day, week and rests leave it.
function anHourMore(rota: Rota, person: Planned, { day }: Stretch): Change[] {
  const option = optionAt(rota, person, day)
  if (!option || !hoursAllow(rota, person, { day, more: AN_HOUR, on: option.paid })) return []
  return [
    { from: option.start - AN_HOUR, to: option.start },
    { from: option.end, to: option.end + AN_HOUR },
  ]
    .filter(({ from, to }) => restsAllow(rota, person, { day, from: Math.min(from, option.start), to: Math.max(to, option.end) }))
    .map(({ from, to }) => ({ person, put: range(from, to), take: [], hours: 1 }))
}

// A day off worked, with the shortest shift that helps.
function aDayMore(rota: Rota, person: Planned, stretch: Stretch): Change[] {
  const { day, from, to } = stretch
  if (rota.choice[person.index * rota.days + day] !== OFF) return []
  return [...person.allowed[day]!]
    .map((place) => person.catalog.days[day]![place]!)
    .filter(
      ({ start, end, paid }) =>
        start < to &&
        end > from &&
        hoursAllow(rota, person, { day, more: paid, on: 0 }) &&
        restsAllow(rota, person, { day, from: start, to: end }),
    ) // prettier-ignore
    .slice(0, 8)
    .map((option) => ({ person, put: withoutPauses(option), take: [], hours: option.paid / SLOTS_PER_HOUR }))
}

function withoutPauses({ start, end, pauses }: Option): number[] {
  return range(start, end).filter(
    (slot) => !pauses.some(({ from, length }) => slot >= start + from && slot < start + from + length),
  )
}

function worked(rota: Rota, person: Planned, day: number): number[] {
  const option = optionAt(rota, person, day)
  if (!option) return []
  const at = (person.index * rota.days + day) * MOST_PAUSES
  return range(option.start, option.end).filter(
    (slot) => !option.pauses.some(({ length }, i) => slot >= rota.pauses[at + i]! && slot < rota.pauses[at + i]! + length),
  )
}

// By the law, and for part-time by its share of extra hours; overtime that the contract does not foresee is for a person to decide.
function hoursAllow(
  { problem, choice, days }: Rota,
  { index, catalog, contract, asked, weeks }: Planned,
  { day, more, on }: { day: number; more: number; on: number },
): boolean {
  const { law } = problem
  const week = weeks.find(({ from, to }) => day >= from && day < to)!
  let [paid, worked] = [0, 0]
  for (let d = week.from; d < week.to; d++) {
    const place = choice[index * days + d]!
    if (place < 0) continue
    paid += catalog.days[d]![place]!.paid
    worked += 1
  }
  const partTime = contract.hours_week < law.full_time_h
  const most = partTime ? contract.hours_week * (1 + (contract.extra_agreed ? law.part_time.extra_most_agreed : law.part_time.extra_most)) : asked.minor ? law.minors.week_most_h : law.week_most_h // prettier-ignore
  return (
    on + more <= (asked.minor ? law.minors.day_most_h : law.day_most_h) * SLOTS_PER_HOUR &&
    paid + more <= most * SLOTS_PER_HOUR &&
    (on > 0 || worked < law.week_days_most)
  )
}

function restsAllow(rota: Rota, person: Planned, { day, from, to }: { day: number; from: number; to: number }): boolean {
  const before = day > 0 ? optionAt(rota, person, day - 1) : null
  const after = day + 1 < rota.days ? optionAt(rota, person, day + 1) : null
  return from >= 0 && (!before || from - before.end >= person.rest) && (!after || after.start - to >= person.rest)
}

// People at work meanwhile who are more than needed, but cannot do this.
function taught({ problem, supply }: Rota, { need, from, to }: Stretch): Mend | null {
  let [gain, most] = [0, 0]
  for (let slot = from; slot < to; slot++) {
    const missing = problem.needs[need]![slot]! - supply.level[need * supply.room + slot]!
    const idle = problem.needs.reduce(
      (sum, slots, n) => sum + Math.max(0, supply.level[n * supply.room + slot]! - slots[slot]!),
      0,
    )
    gain += Math.max(0, Math.min(missing, idle)) / SLOTS_PER_HOUR
    most = Math.max(most, Math.min(Math.ceil(missing), idle))
  }
  if (gain < 0.2) return null
  const elsewhere = problem.ask.needs[need]!.site !== undefined
  return mend(elsewhere ? 'other_site' : 'teach', {
    people: [],
    times: Math.round(most),
    gain_h: Math.round(gain * 100) / 100,
    cost: 10 * gain,
  })
}
