// A week, Monday to Sunday, and the average over several of them.
import type { Found, Held } from './check.ts'
import { HOUR, type Day } from './worked.ts'

export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

export const hoursOf = (days: readonly Day[]): number => days.reduce((sum, { working_ms }) => sum + working_ms, 0) / HOUR
export const paidHoursOf = (days: readonly Day[]): number => days.reduce((sum, { paid_ms }) => sum + paid_ms, 0) / HOUR

export function weekTroubles(held: Held): Found[] {
  const weeks = [...Map.groupBy(held.days, ({ date }) => mondayOf(date))]
  return [...weeks.flatMap(([monday, days]) => oneWeek(held, monday, days)), ...averages(held, weeks)]
}

// L3121-20: 48 hours; L3132-1: six days; L3162-1: 35 hours for minors.
function oneWeek({ law, who }: Held, monday: string, days: readonly Day[]): Found[] {
  const bound = who.minor ? law.minors.week_most_h : law.week_most_h
  const found = hoursOf(days)
  return [
    ...(found > bound ? [{ code: 'week_too_long' as const, against: 'law' as const, day: monday, found, bound }] : []),
    ...(days.length > law.week_days_most
      ? [{ code: 'too_many_days' as const, against: 'law' as const, day: monday, found: days.length, bound: law.week_days_most }]
      : []),
  ]
}

// L3121-22: 44 hours on average over any twelve weeks in a row. Weeks nobody tells of count nothing, so nobody is accused for them.
function averages({ law, who }: Held, weeks: readonly [string, readonly Day[]][]): Found[] {
  const hours = new Map<string, number>([
    ...Object.entries(who.worked_h ?? {}),
    ...weeks.map(([monday, days]): [string, number] => [monday, hoursOf(days)]),
  ])
  const { most_h: bound, weeks: over } = law.average
  return weeks.flatMap(([monday]): Found[] => {
    const last = Temporal.PlainDate.from(monday)
    const sum = Array.from({ length: over }, (_, back) => hours.get(last.subtract({ days: 7 * back }).toString()) ?? 0).reduce((a, b) => a + b, 0) // prettier-ignore
    return sum / over > bound ? [{ code: 'average_too_long', against: 'law', day: monday, found: sum / over, bound }] : []
  })
}
