// Ranges of a day as one line of text, and what each of the coming days will be. Pure.
import type { Hours, Range } from '../contract.ts'
import { clock, minuteOf } from './wall-clock.ts'

/** "09:00-12:30, 13:30-18:00" → ranges; null when it cannot be read. What ends before it begins ends the next day. */
export function readRanges(text: string): Range[] | null {
  const ranges: Range[] = []
  for (const part of text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [from, to, ...rest] = part.split(/\s*[-–—]\s*/).map(minuteOf)
    if (from === null || from === undefined || to === null || to === undefined || rest.length > 0 || from === 1440) return null
    ranges.push({ opens_minute: from, closes_minute: to <= from ? to + 1440 : to })
  }
  return ranges
}

export const writeRanges = (ranges: readonly Range[]): string =>
  ranges
    .toSorted((a, b) => a.opens_minute - b.opens_minute)
    .map(({ opens_minute, closes_minute }) => `${clock(opens_minute)}-${closes_minute === 1440 ? '24:00' : clock(closes_minute)}`)
    .join(', ')

export type Day = { day: string; weekday: number; ranges: readonly Range[]; why: string | null }

/** A day of its own is stronger than a public holiday, which is stronger than the week. `day` is '2026-11-21'. */
export function daysFrom(
  hours: Pick<Hours, 'weekly' | 'exceptions'>,
  first: string,
  { count, holidays }: { count: number; holidays: ReadonlyMap<string, string> },
): Day[] {
  return Array.from({ length: count }, (_, place) => {
    const at = new Date(`${first}T12:00:00Z`)
    at.setUTCDate(at.getUTCDate() + place)
    const day = at.toISOString().slice(0, 10)
    const weekday = ((at.getUTCDay() + 6) % 7) + 1
    const apart = hours.exceptions.find((exception) => exception.day === day)
    if (apart) return { day, weekday, ranges: apart.ranges, why: apart.name || null }
    const holiday = holidays.get(day)
    if (holiday) return { day, weekday, ranges: [], why: holiday }
    return { day, weekday, ranges: hours.weekly.filter((range) => range.weekday === weekday), why: null }
  })
}
