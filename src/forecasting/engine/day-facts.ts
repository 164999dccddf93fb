// What is known of a day whatever comes on it: its weekday, whether it is a holiday, its place among the working days of its month, what lies around
// it. Pure.
import type { Ask } from '../contract/ask.ts'
import { weekdays } from '../contract/series.ts'
import { dateOf, ordinalOf, weekdayOf } from './day-grid.ts'

export type DayFacts = {
  date: string
  ordinal: number
  weekday: number // 1 Monday … 7 Sunday
  holiday: string | null // its name
  closed: boolean // nobody can come, all day
  after_closing: number // how many usual days nobody could come just before: 0, 1 (a holiday the day before), 2 (two) …
  before_closing: boolean
  of_month: number // 1: first working day of its month, 2 …; 0 on a day that is none
  to_month_end: number // 1: last working day of its month, 2 …; 0 on a day that is none
}

/** Tells the days' facts: which weekdays are usually worked, and which days nobody could come although their weekday is. */
export type FactsOf = (ordinal: number) => DayFacts

const MOST_CLOSED_BEFORE = 3

/**
 * @param worked by weekday (1…7), whether people usually come on it
 * @param absent days of the past without any figure although their weekday is worked: closed without anybody having said so
 */
export function factsFrom(
  { holidays, opening }: Pick<Ask, 'holidays' | 'opening'>,
  worked: ReadonlySet<number>,
  absent: ReadonlySet<number>,
): FactsOf {
  const named = new Map(holidays.map(({ date, name, closed }) => [ordinalOf(date), { name, closed }]))
  const shut = (weekday: number) => opening !== undefined && (opening[weekdays[weekday - 1] ?? 'mon'] ?? []).length === 0
  const isClosed = (ordinal: number) => named.get(ordinal)?.closed === true || shut(weekdayOf(ordinal))
  const isMissing = (ordinal: number) =>
    worked.has(weekdayOf(ordinal)) && (named.get(ordinal)?.closed === true || absent.has(ordinal))
  const isWorked = (ordinal: number) => worked.has(weekdayOf(ordinal)) && !isMissing(ordinal)
  const months = monthsOf(isWorked)
  return (ordinal) => ({
    date: dateOf(ordinal),
    ordinal,
    weekday: weekdayOf(ordinal),
    holiday: named.get(ordinal)?.name ?? null,
    closed: isClosed(ordinal),
    after_closing: closedBefore(ordinal, { isWorked, isMissing }),
    before_closing: nextUsual(ordinal, worked, isMissing),
    ...months(ordinal),
  })
}

// Going back over days that are never worked (a weekend), how many days nobody could come although their weekday is worked.
function closedBefore(
  ordinal: number,
  { isWorked, isMissing }: { isWorked: (ordinal: number) => boolean; isMissing: (ordinal: number) => boolean },
): number {
  let found = 0
  for (let back = 1; back <= 7 && found < MOST_CLOSED_BEFORE; back++) {
    if (isWorked(ordinal - back)) break
    if (isMissing(ordinal - back)) found += 1
  }
  return found
}

function nextUsual(ordinal: number, worked: ReadonlySet<number>, isMissing: (ordinal: number) => boolean): boolean {
  for (let on = 1; on <= 7; on++) if (worked.has(weekdayOf(ordinal + on))) return isMissing(ordinal + on)
  return false
}

type OfMonth = { of_month: number; to_month_end: number }

function monthsOf(isWorked: (ordinal: number) => boolean): (ordinal: number) => OfMonth {
  const known = new Map<number, OfMonth>()
  return (ordinal) => {
    if (!known.has(ordinal)) for (const [day, found] of monthAround(ordinal, isWorked)) known.set(day, found)
    return known.get(ordinal) ?? { of_month: 0, to_month_end: 0 }
  }
}

function monthAround(ordinal: number, isWorked: (ordinal: number) => boolean): [number, OfMonth][] {
  const date = dateOf(ordinal)
  const first = ordinalOf(`${date.slice(0, 7)}-01`)
  const days = Array.from({ length: Temporal.PlainDate.from(date).daysInMonth }, (_, i) => first + i)
  const worked = days.filter(isWorked)
  return days.map((day) => {
    const at = worked.indexOf(day)
    return [day, at < 0 ? { of_month: 0, to_month_end: 0 } : { of_month: at + 1, to_month_end: worked.length - at }]
  })
}
