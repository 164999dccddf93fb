// The time of a plan as slots of a quarter of an hour. Slots are instants: the day on which clocks go back has a hundred of them.
import { minutesOf, weekdays, type Weekday } from '../contract/moments.ts'

export const SLOT_MIN = 15
export const SLOT_MS = SLOT_MIN * 60_000
export const SLOTS_PER_HOUR = 4

export type Grid = {
  zone: string
  days: number
  start_ms: number // midnight of the first day
  slots: number // of the plan's days
  room: number // slots kept: a shift of the last day may end on the next
  dayStart: Int32Array // first slot of each day, and the end of the last
  names: readonly string[] // local days, "2026-11-23"
  weekdays: readonly number[] // 0 is Monday
  weeks: readonly { from: number; to: number }[] // days [from, to) of each civil week (L3121-35: Monday to Sunday)
}

const A_DAY_OVER = 100

/** @param firstDay local day, @param days how many of them */
export function gridOf(zone: string, firstDay: string, days: number): Grid {
  const first = Temporal.PlainDate.from(firstDay)
  const dates = Array.from({ length: days + 1 }, (_, d) => first.add({ days: d }))
  const midnights = dates.map((date) => date.toZonedDateTime(zone).epochMilliseconds)
  const start = midnights[0]! // there is a first day
  const dayStart = Int32Array.from(midnights, (ms) => Math.round((ms - start) / SLOT_MS))
  const named = dates.slice(0, days)
  return {
    zone,
    days,
    start_ms: start,
    slots: dayStart[days]!,
    room: dayStart[days]! + A_DAY_OVER,
    dayStart,
    names: named.map(String),
    weekdays: named.map(({ dayOfWeek }) => dayOfWeek - 1),
    weeks: weeksOf(named.map(({ dayOfWeek }) => dayOfWeek - 1)),
  }
}

function weeksOf(days: readonly number[]): { from: number; to: number }[] {
  const weeks: { from: number; to: number }[] = []
  for (const [d, weekday] of days.entries()) {
    const last = weeks.at(-1)
    if (last && weekday !== 0) last.to = d + 1
    else weeks.push({ from: d, to: d + 1 })
  }
  return weeks
}

/** The slot of a local time of day, in minutes since midnight (beyond 1,440: the next day). A time that clocks skip is the one after. */
export function slotAt({ zone, names, start_ms }: Grid, day: number, minutes: number): number {
  const date = Temporal.PlainDate.from(names[day]!).add({ days: Math.floor(minutes / 1_440) })
  const rest = minutes % 1_440
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Math.floor(rest / 60), rest % 60) })
  return Math.round((at.epochMilliseconds - start_ms) / SLOT_MS)
}

export const instantOf = ({ start_ms }: Grid, slot: number): string => isoOf(start_ms + slot * SLOT_MS)
export const isoOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`
export const slotOf = ({ start_ms }: Grid, instant: string): number => (Date.parse(instant) - start_ms) / SLOT_MS
export const weekdayName = ({ weekdays: numbers }: Grid, day: number): Weekday => weekdays[numbers[day]!]!

/** The day of the plan in which a slot lies; -1 before it, `days` after it. */
export function dayOfSlot({ dayStart, days }: Grid, slot: number): number {
  let day = -1
  while (day < days && slot >= dayStart[day + 1]!) day++
  return day
}

export type TimeOfDay = { from: number; to: number } // minutes since midnight; `to` beyond 1,440 is on the next day
/** A stretch of the day as two times; where the second is not after the first it is on the next day. */
export function stretchOf(from: string, to: string): TimeOfDay {
  const [a, b] = [minutesOf(from), minutesOf(to)]
  return { from: a, to: b > a ? b : b + 1_440 }
}
