// A day: its working time, its breaks, its interruptions, its night.
import { minutesOf } from '../../contract/moments.ts'
import type { Found, Held } from './check.ts'
import { cutsOf, HOUR, stretchesOf, workedWithin, type Day } from './worked.ts'

export function dayTroubles(held: Held): Found[] {
  return held.days.flatMap((day) => [...lengthOf(held, day), ...breaksOf(held, day), ...cuts(held, day), ...night(held, day)])
}

// L3121-18: ten hours; L3162-1: eight for minors.
function lengthOf({ law, who }: Held, { date, working_ms }: Day): Found[] {
  const bound = who.minor ? law.minors.day_most_h : law.day_most_h
  const found = working_ms / HOUR
  return found > bound ? [{ code: 'day_too_long', against: 'law', day: date, found, bound }] : []
}

// L3121-16: as soon as working time reaches six hours, twenty minutes in one piece. `found` is the longest stretch without, in hours.
function breaksOf({ law, who }: Held, day: Day): Found[] {
  const { break_after_h: bound, break_min } = who.minor ? law.minors : law
  const found = Math.max(...stretchesOf(day, break_min * 60_000)) / HOUR
  return found > bound ? [{ code: 'break_missing', against: 'law', day: day.date, found, bound }] : []
}

// L3123-23: a part-timer's day has at most one interruption, of at most two hours.
function cuts({ law, contract }: Held, day: Day): Found[] {
  if (!contract || contract.hours_week >= law.full_time_h) return []
  const { cuts_most, cut_most_h } = law.part_time
  const own = cutsOf(day, law.cut_least_min * 60_000)
  const longest = Math.max(0, ...own) / HOUR
  return [
    ...(own.length > cuts_most ? [{ code: 'too_many_cuts' as const, against: 'law' as const, day: day.date, found: own.length, bound: cuts_most }] : []),
    ...(longest > cut_most_h ? [{ code: 'cut_too_long' as const, against: 'law' as const, day: day.date, found: longest, bound: cut_most_h }] : []),
  ] // prettier-ignore
}

// L3163-2: minors never at night; L3122-6: eight hours for whoever works three hours of it (L3122-5).
function night({ law, who }: Held, day: Day): Found[] {
  const within = (stretch: { from: string; to: string }): number => workedWithin(day, nightsAround(day, stretch, who.zone)) / HOUR
  const own = who.minor ? within(law.minors.night) : 0
  if (own > 0) return [{ code: 'minor_night', against: 'law', day: day.date, found: own, bound: 0 }]
  const found = day.working_ms / HOUR
  return within(law.night) >= NIGHT_WORK_H && found > law.night.day_most_h
    ? [{ code: 'night_too_long', against: 'law', day: day.date, found, bound: law.night.day_most_h }]
    : []
}

const NIGHT_WORK_H = 3

type Nights = readonly { from: number; to: number }[]
const known = new Map<string, Nights>() // the same few weeks are asked for again and again, person after person
const MOST_KNOWN = 2_000

// The nights that a day's shifts can reach: the one before its morning and the one after its evening.
function nightsAround({ date }: Day, night: { from: string; to: string }, zone: string): Nights {
  const key = `${zone} ${date} ${night.from} ${night.to}`
  const found = known.get(key) ?? nightsOf(date, night, zone)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

function nightsOf(date: string, { from, to }: { from: string; to: string }, zone: string): Nights {
  const at = (offset: number, time: string): number => {
    const [hour, minute] = [Math.floor(minutesOf(time) / 60), minutesOf(time) % 60]
    const plainTime = new Temporal.PlainTime(hour, minute)
    return Temporal.PlainDate.from(date).add({ days: offset }).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
  }
  return [-1, 0].map((offset) => ({ from: at(offset, from), to: at(offset + 1, to) }))
}
