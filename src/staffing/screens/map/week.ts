// A span of needs drawn as days and the times within them. Pure.
import type { GroupNeed, Requirements } from '../../contract.ts'

export type Place = { i: number; minute: number; at: number } // its interval, its minute on the wall clock, its instant in milliseconds
export type DayDrawn = { day: string; places: Place[]; whole: number[] } // whole: all its intervals, drawn or not
export type Drawn = { days: DayDrawn[]; first: number; last: number } // the minutes of the clock within which anything happens

export type Moment = { day: string; minute: number } // by the wall clock

// Days are dates without a zone here, so that midnight of Greenwich stands for them; not every browser has Temporal.
const DAY_MS = 86_400_000
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const dayAfter = (day: string, days: number): string => new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Monday of the week of a day. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(midnight(day)).getUTCDay() + 6) % 7))

/** The week one plans: at the weekend, the one that is about to begin. */
export const weekToOpen = (today: string): string => mondayOf(dayAfter(today, 2))

/** More than the week whatever the zone, which is only known from the answer. */
export function spanOfWeek(monday: string): { from: string; to: string } {
  const at = (hours: number): string => new Date(midnight(monday) + hours * 3_600_000).toISOString()
  return { from: at(-14), to: at(7 * 24 + 14) }
}

/** The seven days from a Monday. An hour that comes twice in autumn is drawn twice, one that is left out in spring is left out. */
export function weekDrawn({ from, interval_min, zone }: Requirements, groups: readonly GroupNeed[], monday: string): Drawn {
  const count = groups[0]?.need.length ?? 0
  const begins = Date.parse(from)
  const days = Array.from({ length: 7 }, (_, ahead): DayDrawn => ({ day: dayAfter(monday, ahead), places: [], whole: [] }))
  const byDay = new Map(days.map((day) => [day.day, day]))
  let [first, last] = [24 * 60, 0]
  const clock = wallClock(zone)
  for (let i = 0; i < count; i++) {
    const at = begins + i * interval_min * 60_000
    const { day, minute } = clock(at)
    const drawn = byDay.get(day)
    if (!drawn) continue
    drawn.places.push({ i, minute, at })
    drawn.whole.push(i)
    if (!groups.some((group) => happens(group, i))) continue
    first = Math.min(first, minute)
    last = Math.max(last, minute + interval_min)
  }
  const within = (minute: number): boolean => minute >= wholeHour(first) && minute < last
  return {
    days: days.map((day) => ({ ...day, places: day.places.filter(({ minute }) => within(minute)) })),
    first: wholeHour(first),
    last,
  }
}

const wholeHour = (minute: number): number => Math.floor(minute / 60) * 60

const happens = ({ need, loads }: GroupNeed, i: number): boolean =>
  need[i]! > 0 || loads.some(({ mean, aim }) => !aim.deferred && mean[i]! > 0)

/** What the clock on the wall of a zone says at an instant in milliseconds. */
export function wallClock(zone: string): (at: number) => Moment {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) // prettier-ignore
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
    return { day: `${part('year')}-${part('month')}-${part('day')}`, minute: Number(part('hour')) * 60 + Number(part('minute')) }
  }
}
