// Rests: between two days, and one whole day a week with the daily rest beside it.
import type { Found, Held } from './check.ts'
import { HOUR, type Day } from './worked.ts'
import { mondayOf } from './week.ts'

export function restTroubles(held: Held): Found[] {
  return [...dailyRests(held), ...weeklyRests(held)]
}

// L3131-1: eleven hours in one piece; L3164-1: twelve for minors. Said of the day that begins too soon.
function dailyRests({ days, who, law }: Held): Found[] {
  const bound = who.minor ? law.minors.daily_rest_h : law.daily_rest_h
  return days.flatMap((day, i): Found[] => {
    const before = days[i - 1]
    if (!before) return []
    const found = (day.from - before.to) / HOUR
    return found >= 0 && found < bound ? [{ code: 'daily_rest', against: 'law', day: day.date, found, bound }] : []
  })
}

const A_DAY = 24 * HOUR

// L3132-2: in each week from Monday to Sunday a rest of 24 h, to which the daily rest is joined; a rest may begin or end in the weeks beside.
function weeklyRests({ days, who, law }: Held): Found[] {
  const bound = who.minor ? law.minors.weekly_rest_h : law.weekly_rest_h
  const whole = Math.min(bound * HOUR, who.minor ? 2 * A_DAY : A_DAY)
  return [...Map.groupBy(days, ({ date }) => mondayOf(date))].flatMap(([monday]): Found[] => {
    const week = weekBounds(monday, who.zone)
    const skipped = Math.max(0, 7 * A_DAY - (week.to - week.from)) // by clocks: a day of 23 hours is a whole day
    const found = longestRest(days, week, whole - skipped) / HOUR
    return found < bound ? [{ code: 'weekly_rest', against: 'law', day: monday, found, bound }] : []
  })
}

// The longest time without work of which at least `inside` lies in the week.
function longestRest(days: readonly Day[], week: { from: number; to: number }, inside: number): number {
  let longest = 0
  const ends = [-Infinity, ...days.map(({ to }) => to)]
  const begins = [...days.map(({ from }) => from), Infinity]
  for (const [i, from] of ends.entries()) {
    const to = begins[i]!
    const within = Math.min(to, week.to) - Math.max(from, week.from)
    if (within >= inside) longest = Math.max(longest, to - from)
  }
  return longest
}

function weekBounds(monday: string, zone: string): { from: number; to: number } {
  const at = (days: number): number => Temporal.PlainDate.from(monday).add({ days }).toZonedDateTime(zone).epochMilliseconds
  return { from: at(0), to: at(7) }
}
