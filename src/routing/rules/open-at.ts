// Whether a queue is open, as far as the week says: public holidays and days of their own are known to calendars only, and asked there by whoever
// routes. Browser-safe, pure.
import type { QueueHours } from '../contract/rulebook.ts'

export type WeekOf = { zone: string; ranges: readonly { weekday: number; opens_minute: number; closes_minute: number }[] }
const DAY_MIN = 1_440
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The week of a queue; null: always open, or its calendar is not known. */
export function weekOf(hours: QueueHours, calendars: readonly ({ id: string } & WeekOf)[]): WeekOf | null {
  if (hours.kind === 'always') return null
  return hours.kind === 'weekly' ? hours : (calendars.find(({ id }) => id === hours.calendar) ?? null)
}

/** @param at milliseconds since 1970 */
export function isOpenInWeek({ zone, ranges }: WeekOf, at: number): boolean {
  const { weekday, minute } = wallClock(zone, at)
  const before = weekday === 1 ? 7 : weekday - 1
  return ranges.some(
    ({ weekday: of, opens_minute, closes_minute }) =>
      (of === weekday && minute >= opens_minute && minute < closes_minute) || (of === before && minute + DAY_MIN < closes_minute),
  )
}

function wallClock(zone: string, at: number): { weekday: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string): string => parts.find((each) => each.type === type)!.value
  return { weekday: weekdays.indexOf(part('weekday')) + 1, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}
