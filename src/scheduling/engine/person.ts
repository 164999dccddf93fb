// One person of a plan: what they may be given on each day, what it costs, and what their weeks ask.
import type { Law } from '../contract/law.ts'
import { minutesOf } from '../contract/moments.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import type { Ask, AskedPerson } from '../contract/schedule-ask.ts'
import type { WorkContract } from '../contract/work-contract.ts'
import { latestEnd, nextOf } from './following.ts'
import { slotAt, slotOf, SLOTS_PER_HOUR, weekdayName, type Grid } from './grid.ts'
import { kindsOf, type Option } from './options.ts'
import { productiveSlots } from './productive.ts'
import { askedOf } from './rests.ts'

export type Frozen = {
  start: number
  end: number
  paid: number
  slots: Int32Array
  late: boolean
  weekend: boolean
  shifts: readonly Shift[]
}
export type WeekAsked = {
  from: number
  to: number
  least: number // paid slots: fewer cost
  most: number // more are overtime
  top: number // more are not possible
  daysLeast: number
  daysMost: number
}
export type Planned = {
  name: string
  index: number
  type: number // of supply; -1: serves nothing
  asked: AskedPerson
  contract: WorkContract
  catalog: Catalog
  allowed: readonly Int32Array[] // by day: places in the catalog of what they may be given
  cost: readonly Float64Array[] // beside `allowed`: wishes and changes
  changes: readonly Uint8Array[] // beside `allowed`: 1 where it is not what it was in the plan before
  offCost: Float64Array // of not working, by day
  frozen: readonly (Frozen | null)[]
  weeks: readonly WeekAsked[]
  before: number // the slot at which their last shift before the plan ended; -Infinity without
  next: number // and at which their first one after it begins; Infinity without
  rest: number // least slots between two days
  owed: readonly number[] // earliest beginnings that what is fixed and what was before ask of mornings, in slots since midnight
}
export type Catalog = { key: string; days: readonly (readonly Option[])[] }

type House = { grid: Grid; ask: Ask; law: Law; previous: ReadonlyMap<string, readonly Shift[]>; fixed: ReadonlyMap<string, readonly Shift[]>; before: ReadonlyMap<string, readonly Shift[]>; after: ReadonlyMap<string, readonly Shift[]> } // prettier-ignore

export function plannedPerson(
  asked: AskedPerson,
  { name, index, type, contract, catalog }: Pick<Planned, 'name' | 'index' | 'type' | 'contract' | 'catalog'>,
  house: House,
): Planned {
  // prettier-ignore
  const { grid, law } = house
  const frozen = frozenDays(house.fixed.get(name) ?? [], asked, house)
  const rests = asked.minor ? law.minors : law
  const rest = rests.daily_rest_h * SLOTS_PER_HOUR
  const after = house.after.get(name) ?? []
  const latest = latestEnd(grid, after, { rest, weekly: rests.weekly_rest_h * SLOTS_PER_HOUR })
  const allowed = catalog.days.map((options, day) =>
    frozen[day]
      ? new Int32Array()
      : Int32Array.from(
          options.flatMap((option, o) => (option.end <= latest && mayWork(grid, { asked, contract }, option) ? [o] : [])),
        ),
  )
  const before = Math.max(-Infinity, ...(house.before.get(name) ?? []).map(({ ends_at }) => slotOf(grid, ends_at)))
  const { cost, offCost, changes } = costs({ asked, allowed, catalog }, house.previous.get(name), house)
  return {
    name, index, type, asked, contract, catalog, allowed, cost, offCost, changes, frozen, rest,
    weeks: grid.weeks.map((week) => weekAsked(week, { asked, contract, name }, house)),
    before,
    next: nextOf(grid, after),
    owed: owedBy(grid, { catalog, frozen, before, rest }),
  } // prettier-ignore
}

function owedBy(grid: Grid, { catalog, frozen, before, rest }: Pick<Planned, 'catalog' | 'frozen' | 'before' | 'rest'>): number[] {
  const starts = catalog.days.flatMap((options, day) => options.map(({ start }) => start - grid.dayStart[day]!))
  const first = Math.min(...starts)
  const asked = frozen.flatMap((held, day) => (held ? [askedOf(held.end, rest, grid.dayStart[day + 1]!)] : []))
  return [...new Set([askedOf(before, rest, 0), ...asked].filter((limit) => limit > Math.min(first, rest)))].toSorted((a, b) => a - b)
} // prettier-ignore

// Whoever is away in what is fixed covers nothing meanwhile.
function frozenDays(shifts: readonly Shift[], { away }: AskedPerson, { grid, ask }: House): (Frozen | null)[] {
  const days = new Map<number, Shift[]>()
  for (const shift of shifts) {
    const day = grid.names.indexOf(shift.day)
    if (day >= 0) days.set(day, [...(days.get(day) ?? []), shift])
  }
  return Array.from({ length: grid.days }, (_, day) => {
    const own = days.get(day)
    if (!own) return null
    const start = Math.floor(Math.min(...own.map(({ starts_at }) => slotOf(grid, starts_at))))
    const end = Math.ceil(Math.max(...own.map(({ ends_at }) => slotOf(grid, ends_at))))
    const { slots, paid } = productiveSlots(grid, own)
    const there = slots.filter((slot) => !away.some((each) => isAway(grid, each, { day, start: slot, end: slot + 1 })))
    return { start, end, paid, slots: there, shifts: own, ...kindsOf(grid, { day, start, end }, ask) }
  })
}

type Hours = Pick<Option, 'day' | 'start' | 'end'>

/** Whether they may be asked for these hours: available then, and not away. */
export function mayWork(grid: Grid, { asked, contract }: Pick<Planned, 'asked' | 'contract'>, option: Hours): boolean {
  return (
    [contract.available, asked.available].every(
      (windows) => windows.length === 0 || windows.some((window) => within(grid, window, option)),
    ) && !asked.away.some((away) => isAway(grid, away, option))
  )
}

function within(grid: Grid, { days, from, to }: AskedPerson['available'][number], { day, start, end }: Hours): boolean {
  if (days && !days.includes(weekdayName(grid, day))) return false
  const [a, b] = [minutesOf(from), minutesOf(to)]
  return start >= slotAt(grid, day, a) && end <= slotAt(grid, day, b > a ? b : b + 1_440)
}

type Away = AskedPerson['away'][number]

function isAway(grid: Grid, away: Away, { day, start, end }: Hours): boolean {
  const date = grid.names[day]!
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  if (next < away.from || date > away.to) return false
  const from =
    away.from < date ? -Infinity : slotAt(grid, day, (away.from === date ? 0 : 1_440) + minutesOf(away.from_time ?? '00:00'))
  const to = away.to > date ? Infinity : slotAt(grid, day, minutesOf(away.to_time ?? '24:00'))
  return start < to && end > from
}

function weekAsked(
  week: { from: number; to: number },
  { asked, contract, name }: { asked: AskedPerson; contract: WorkContract; name: string },
  house: House,
): WeekAsked {
  // prettier-ignore
  const { grid, law } = house
  const days = week.to - week.from
  const { hours_week: hours } = contract
  const awayDays = asked.away.flatMap((away) => daysAway(grid, away, week).map((share) => ({ share, away })))
  const given = [...new Set(awayDays.map(({ away }) => away))]
  const credit = given.reduce((sum, away) => sum + (away.paid_h ?? (hours / contract.days_most) * sumOf(awayDays.filter((each) => each.away === away).map(({ share }) => share))), 0) // prettier-ignore
  const off = Math.min(contract.days_most, Math.round(sumOf(awayDays.map(({ share }) => Math.floor(share)))))
  const { done, ahead } = besideWeek(week, name, house)
  const beside = { hours: done.hours + ahead.hours, days: done.days + ahead.days }
  const share = beside.days > 0 ? 1 : Math.min(1, days / 7)
  const goal = Math.max(0, hours * share - credit - beside.hours)
  const loose = share < 1 ? hours / contract.days_most / 2 : 0 // a part of a week: whole shifts do not divide
  const idle = goal <= 0 ? 0 : 1
  const byLaw = Math.max(0, lawWeek(law, contract, asked) - ahead.hours)
  const most = goal + idle * (contract.hours_more + loose)
  const inWeek = Math.min(contract.days_most, law.week_days_most)
  const daysMost = Math.min(inWeek, Math.ceil(contract.days_most * share)) - off - beside.days
  return {
    ...week,
    least: slots(Math.max(0, goal - contract.hours_less - loose)),
    most: Math.min(slots(most), slots(byLaw)),
    top: Math.min(slots(most + idle * contract.overtime_most), slots(byLaw)),
    daysLeast: off > 0 || share < 1 || beside.days > 0 ? 0 : contract.days_least,
    daysMost: Math.max(0, daysMost),
  }
}

type Paid = { hours: number; days: number }

// A plan that begins within a week goes on where the week stands, and one that ends within a week leaves room for what stands in the rest of it.
function besideWeek(
  week: { from: number; to: number },
  name: string,
  { grid, before, after }: House,
): { done: Paid; ahead: Paid } {
  const part = week.to - week.from < 7
  const [first, last] = [grid.names[0]!, grid.names.at(-1)!]
  const monday = Temporal.PlainDate.from(first).subtract({ days: grid.weekdays[0]! }).toString()
  const sunday = Temporal.PlainDate.from(last)
    .add({ days: 6 - grid.weekdays.at(-1)! })
    .toString()
  const earlier = part && week.from === 0 ? (before.get(name) ?? []).filter(({ day }) => day >= monday && day < first) : []
  const later = part && week.to === grid.days ? (after.get(name) ?? []).filter(({ day }) => day > last && day <= sunday) : []
  const paid = (shifts: readonly Shift[]): Paid => ({
    hours: productiveSlots(grid, shifts).paid / SLOTS_PER_HOUR,
    days: new Set(shifts.map(({ day }) => day)).size,
  })
  return { done: paid(earlier), ahead: paid(later) }
}

// Hours of a week the law allows at most: part-timers a share over their contract, minors fewer.
function lawWeek(law: Law, { hours_week: hours, extra_agreed: agreed }: WorkContract, { minor }: AskedPerson): number {
  const { extra_most: most, extra_most_agreed: mostAgreed } = law.part_time
  if (hours < law.full_time_h) return hours * (1 + (agreed ? mostAgreed : most))
  return minor ? law.minors.week_most_h : law.week_most_h
}

const slots = (hours: number): number => Math.round(hours * SLOTS_PER_HOUR)
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

// Days of a week on which somebody is away: 1 for a whole day, half for a part of one.
function daysAway(grid: Grid, away: Away, week: { from: number; to: number }): number[] {
  const shares: number[] = []
  for (let day = week.from; day < week.to; day++) {
    const date = grid.names[day]!
    if (date < away.from || date > away.to) continue
    const part = (date === away.from && away.from_time !== undefined) || (date === away.to && away.to_time !== undefined)
    shares.push(part ? 0.5 : 1)
  }
  return shares
}

function costs(
  { asked, allowed, catalog }: Pick<Planned, 'asked' | 'allowed' | 'catalog'>,
  previous: readonly Shift[] | undefined,
  { grid, ask: { weights } }: House,
) {
  // prettier-ignore
  const offCost = new Float64Array(grid.days)
  const cost = allowed.map((places, day) => {
    const wishes = asked.wishes.filter(
      (wish) => (!wish.days || wish.days.includes(weekdayName(grid, day))) && (wish.day ?? grid.names[day]) === grid.names[day],
    )
    const kept = previous?.find((shift) => shift.day === grid.names[day])
    if (kept) offCost[day] = weights.change
    const paid = Array.from(places, (place) => catalog.days[day]![place]!.paid)
    const middle = (Math.min(...paid) + Math.max(...paid)) / 2
    return Float64Array.from(places, (place) => {
      const option = catalog.days[day]![place]!
      const against = wishes.reduce((sum, { wish, weight }) => sum + (isAgainst(wish, option, middle) ? weight : 0), 0)
      return against * weights.wish + (previous && !isSame(grid, kept, option) ? weights.change : 0)
    })
  })
  const changes = allowed.map((places, day) => {
    const kept = previous?.find((shift) => shift.day === grid.names[day])
    return Uint8Array.from(places, (place) => (previous && !isSame(grid, kept, catalog.days[day]![place]!) ? 1 : 0))
  })
  return { cost, offCost, changes }
}

type WishKind = AskedPerson['wishes'][number]['wish']
function isAgainst(wish: WishKind, { early, late, paid }: Option, middle: number): boolean {
  switch (wish) {
    case 'off':
      return true
    case 'early':
      return !early
    case 'late':
      return !late
    case 'short_days':
      return paid > middle
    case 'long_days':
      return paid < middle
  }
}

const isSame = (grid: Grid, kept: Shift | undefined, { start, end }: Option): boolean =>
  kept !== undefined && slotOf(grid, kept.starts_at) === start && slotOf(grid, kept.ends_at) === end
