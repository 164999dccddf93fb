// The dynamic program behind a best tour: state after each day = days worked, hours worked, late shifts and weekend days so far, what the evening asks
// of the morning after, whether the weekly rest has been had. Exact: fairness too, which grows dearer with each late shift.
import type { Planned, WeekAsked } from './person.ts'
import { classAfter } from './rests.ts'
import { burdenPrice, burdensBeside, FROZEN, hoursCost, OFF, widened, type Rota } from './rota.ts'
import { frameOf, pricedOption, type Frame } from './tour.ts'

export type Week = { choice: Int16Array; cost: number } // by day of the week; Infinity: nothing is possible
type Asked = { person: Planned; week: WeekAsked; sums: Float64Array }

const MOST_STATES = 120_000
const DAYS = 8
const value = Array.from({ length: DAYS }, () => new Float64Array(MOST_STATES).fill(Infinity))
const from = Array.from({ length: DAYS }, () => new Int32Array(MOST_STATES))
const taken = Array.from({ length: DAYS }, () => new Int16Array(MOST_STATES))
const live = Array.from({ length: DAYS }, () => new Int32Array(MOST_STATES)) // states that can be reached
const lives = new Int32Array(DAYS)
const bestOf = new Float64Array(20_000)
const placeOf = new Int16Array(20_000)
const latePrice = new Float64Array(DAYS)
const weekendPrice = new Float64Array(DAYS)

type Size = {
  hours: number
  classes: number
  flagged: boolean
  width: number
  pair: boolean
  lates: number // counts of late shifts that are told apart
  burdens: number // and of weekend days beside them
}

/** The best week there is for somebody under these prices. */
export function bestWeek(rota: Rota, { person, week: asked, sums }: Asked): Week {
  const { problem } = rota
  const frame = frameOf(problem, person)
  const week = widened(person, asked)
  const unit = unitOf(frame, person, week)
  const size = sizeOf(frame, { person, week, unit, fair: problem.ask.weights.fairness > 0, weekdays: problem.grid.weekdays })
  priceBurdens(rota, person, week)
  clear()
  put(0, { to: evening(rota, person, { week, frame }), cost: 0, state: -1, place: OFF })
  const length = week.to - week.from
  for (let d = 0; d < length; d++) step(rota, { person, week, sums, frame, unit, size, d })
  return ended(rota, { week, unit, size, length })
}

function clear(): void {
  for (let d = 0; d < DAYS; d++) {
    const [own, states] = [value[d]!, live[d]!]
    for (let i = 0; i < lives[d]!; i++) own[states[i]!] = Infinity
    lives[d] = 0
  }
}

// Frozen shifts may have any length; without them all lengths are multiples of the frame's.
const unitOf = ({ unit }: Frame, { frozen }: Planned, { from: a, to: b }: WeekAsked): number =>
  frozen.some((held, day) => held && day >= a && day < b && held.paid % unit !== 0) ? 1 : unit

type Sized = { person: Planned; week: WeekAsked; unit: number; fair: boolean; weekdays: readonly number[] }

// Where telling burdens apart would be too much, each counts as the first: never more than it costs.
function sizeOf({ rests }: Frame, { person, week, unit, fair, weekdays }: Sized): Size {
  const hours = Math.floor(week.top / unit) + 1
  const pair = person.asked.minor
  const flagged = (rests.classes > 1 || pair) && week.to - week.from >= 6
  const width = rests.classes * (flagged ? 4 : 1)
  const days = Math.min(7, week.daysMost) + 1
  const weekends = 1 + weekdays.slice(week.from, week.to).filter((day) => day >= 5).length
  const states = days * hours * width
  if (states > MOST_STATES) throw new Error('more lengths of shifts than a week of them can hold in mind')
  const told = fair && states * days * weekends <= MOST_STATES
  return { hours, classes: rests.classes, flagged, width, pair, lates: told ? days : 1, burdens: told ? days * weekends : 1 }
}

// What the last evening before the week asks of its first morning. Where a single day off lies between, its rest is kept too.
function evening(
  { problem: { grid }, choice, days }: Rota,
  person: Planned,
  { week, frame }: { week: WeekAsked; frame: Frame },
): number {
  const first = grid.dayStart[week.from]!
  const ask = (end: number, start: number): number => classAfter(frame.rests, { end, rest: person.rest, dayStart: start })
  if (week.from === 0) return person.before > -Infinity ? ask(person.before, first) : 0
  for (let back = 1; back <= Math.min(2, week.from); back++) {
    const day = week.from - back
    const place = choice[person.index * days + day]!
    if (place === OFF) continue
    const end = place === FROZEN ? person.frozen[day]!.end : person.catalog.days[day]![place]!.end
    return ask(end, grid.dayStart[day + 1]!)
  }
  return 0
}

type Step = { person: Planned; week: WeekAsked; sums: Float64Array; frame: Frame; unit: number; size: Size; d: number }

function step(rota: Rota, at: Step): void {
  const { person, week, size, d } = at
  const day = week.from + d
  if (person.frozen[day]) return stepFrozen(rota, at)
  priceGroups(rota, at)
  const groups = at.frame.groups[day]!
  const weekend = rota.problem.grid.weekdays[day]! >= 5
  const off = person.offCost[day]!
  const { width, hours: hoursMost, burdens } = size
  const noRest = d === week.to - week.from - 1 ? lastDayOff(rota, at) : null
  const [here, states] = [value[d]!, live[d]!]
  for (let i = 0; i < lives[d]!; i++) {
    const state = states[i]!
    const cost = here[state]!
    const rest = state % width
    put(d + 1, { to: state - rest + afterOff(rest, size, noRest), cost: cost + off, state, place: OFF })
    const above = Math.floor(state / width)
    const borne = above % burdens
    const hours = Math.floor(above / burdens) % hoursMost
    const worked = Math.floor(above / (burdens * hoursMost))
    if (worked >= week.daysMost) continue
    for (let g = 0; g < groups.length; g++) {
      if (bestOf[g] === Infinity) continue
      const group = groups[g]!
      const sum = hours + group.paid / at.unit
      if (sum >= hoursMost) continue
      const next = afterWork(rest, group, size)
      if (next < 0) continue
      const price = bestOf[g]! + burdenOf(borne, { late: group.late, weekend }, size)
      const burden = burdens === 1 ? 0 : borne + (group.late ? 1 : 0) + (weekend ? size.lates : 0)
      const to = (((worked + 1) * hoursMost + sum) * burdens + burden) * width + next
      put(d + 1, { to, cost: cost + price, state, place: placeOf[g]! })
    }
  }
}

const burdenOf = (borne: number, { late, weekend }: { late: boolean; weekend: boolean }, { lates }: Size): number =>
  (late ? latePrice[borne % lates]! : 0) + (weekend ? weekendPrice[Math.floor(borne / lates)]! : 0)

function put(d: number, { to, cost, state, place }: { to: number; cost: number; state: number; place: number }): void {
  const known = value[d]![to]!
  if (cost >= known) return
  if (known === Infinity) live[d]![lives[d]!++] = to
  value[d]![to] = cost
  from[d]![to] = state
  taken[d]![to] = place
}

// The rest state: the evening's class, whether yesterday was a first day off, whether the weekly rest has been had.
function afterOff(rest: number, { classes, flagged, pair }: Size, noRest: readonly boolean[] | null): number {
  if (!flagged) return 0
  const [evening, off, had] = [rest % classes, Math.floor(rest / classes) % 2, Math.floor(rest / (classes * 2))]
  if (had) return classes * 2
  if (!off && noRest?.[evening]) return evening
  if (off || (evening === 0 && !pair)) return classes * 2 // two days off, or one after an evening that asks nothing
  return evening + classes
}

// Evenings after which the last day of a week, off by itself, is no weekly rest: work reached into Sunday, so that fewer than 24 hours of the week are left
// of it (L3132-2), or a shift that stands comes too soon after it.
function lastDayOff({ problem: { grid } }: Rota, { person, week, frame: { rests } }: Step): boolean[] {
  const [last, next] = [week.to - 1, week.to === grid.days ? person.next - grid.dayStart[week.to]! : Infinity]
  return rests.limits.map((limit, c) => (grid.weekdays[last] === 6 && rests.past[c]!) || next < limit)
}

function afterWork(
  rest: number,
  { startClass, endClass }: { startClass: number; endClass: number },
  { classes, flagged, pair }: Size,
): number {
  const evening = rest % classes
  const off = flagged && Math.floor(rest / classes) % 2 === 1
  if (!off && startClass < evening) return -1 // too soon after the evening before
  if (!flagged) return endClass
  const had = rest >= classes * 2 || (off && !pair && startClass >= evening)
  return endClass + (had ? classes * 2 : 0)
}

// What is fixed bears its own burden, whatever the rest of the week: it is counted beside, not here.
function stepFrozen(rota: Rota, { person, week, frame, unit, size, d }: Step): void {
  const day = week.from + d
  const { start, end, paid } = person.frozen[day]! // a frozen day is asked about
  const { dayStart } = rota.problem.grid
  const startClass = frame.rests.limits.findLastIndex((limit) => limit <= start - dayStart[day]!)
  const endClass = classAfter(frame.rests, { end, rest: person.rest, dayStart: dayStart[day + 1]! })
  const forced = d === 0 || person.frozen[day - 1] !== null // both are fixed: right or not, they stay
  for (let i = 0; i < lives[d]!; i++) {
    const state = live[d]![i]!
    const cost = value[d]![state]!
    const rest = state % size.width
    const above = Math.floor(state / size.width)
    const borne = above % size.burdens
    const next = afterWork(rest, { startClass: forced ? size.classes : startClass, endClass }, size)
    const hours = (Math.floor(above / size.burdens) % size.hours) + Math.round(paid / unit)
    const worked = Math.floor(above / (size.burdens * size.hours)) + 1
    if (next < 0 || hours >= size.hours || worked > week.daysMost) continue
    const to = ((worked * size.hours + hours) * size.burdens + borne) * size.width + next
    put(d + 1, { to, cost, state, place: FROZEN })
  }
}

function priceGroups({ problem, choice, days }: Rota, { person, week, sums, frame, d }: Step): void {
  const day = week.from + d
  const [options, places, groupOf] = [person.catalog.days[day]!, person.allowed[day]!, frame.groupOf[day]!]
  const count = frame.groups[day]!.length
  bestOf.fill(Infinity, 0, count)
  const costs = person.cost[day]!
  const latest = lastEvening({ problem, choice, days }, person, { week, day, frame })
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const option = options[place]!
    if (frame.rests.endClass[day]![place]! > latest) continue
    const cost = costs[i]! + (person.type < 0 ? 0 : pricedOption(option, sums))
    const group = groupOf[place]!
    if (cost < bestOf[group]!) [bestOf[group], placeOf[group]] = [cost, place]
  }
}

// What the first, second … late shift and weekend day of this week cost, beside what is fixed and what the other weeks hold.
function priceBurdens(rota: Rota, person: Planned, week: WeekAsked): void {
  const { problem } = rota
  const { late, weekend } = burdensBeside(rota, person, week)
  for (let nth = 0; nth < DAYS; nth++) {
    latePrice[nth] = burdenPrice(problem, person, { kind: 'late', nth: late + nth + 1 })
    weekendPrice[nth] = burdenPrice(problem, person, { kind: 'weekend', nth: weekend + nth + 1 })
  }
}

// The last day's evening must leave the next week's first morning its rest, where that is planned already.
function lastEvening(
  { problem: { grid }, choice, days }: Pick<Rota, 'problem' | 'choice' | 'days'>,
  person: Planned,
  { week, day, frame }: { week: WeekAsked; day: number; frame: Frame },
): number {
  // prettier-ignore
  if (week.to >= grid.days || day < week.to - 2) return Infinity
  for (let next = week.to; next <= day + 2 && next < grid.days; next++) {
    const place = choice[person.index * days + next]!
    if (place === OFF) continue
    const start = place === FROZEN ? person.frozen[next]!.start : person.catalog.days[next]![place]!.start
    return frame.rests.limits.findLastIndex((limit) => limit <= start - grid.dayStart[next]!)
  }
  return Infinity
}

function ended(
  { problem }: Rota,
  { week, unit, size, length }: { week: WeekAsked; unit: number; size: Size; length: number },
): Week {
  // prettier-ignore
  let [best, at] = [Infinity, -1]
  for (let i = 0; i < lives[length]!; i++) {
    const state = live[length]![i]!
    if (size.flagged && !rested(state % size.width, size)) continue
    const above = Math.floor(state / (size.width * size.burdens))
    const whole =
      value[length]![state]! +
      hoursCost(problem, week, { paid: (above % size.hours) * unit, days: Math.floor(above / size.hours) })
    if (whole < best) [best, at] = [whole, state]
  }
  const choice = new Int16Array(length).fill(OFF)
  for (let d = length, state = at; d > 0 && at >= 0; d--) {
    choice[d - 1] = taken[d]![state]!
    state = from[d]![state]!
  }
  return { choice, cost: best }
}

// At the end of the week a first day off gives the rest: next week's first morning is held to it.
const rested = (rest: number, { classes, pair }: Size): boolean =>
  rest >= classes * 2 || (!pair && Math.floor(rest / classes) % 2 === 1)
