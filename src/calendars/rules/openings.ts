// From ranges on the wall clock to stretches of real time. All working-time arithmetic stands on this one function.
import type { Hours, Range } from '../contract.ts'
import { isGoodFriday, isHoliday } from './holidays.ts'

export type Stretch = { start: number; end: number } // epoch milliseconds, end not included

/**
 * The ranges that begin on a local day: its exception's if it has one, none on a public holiday, else those of its weekday. A range
 * belongs to the day it begins on: the night shift that began on the eve works into the holiday, as its rota says.
 */
export function rangesOn(hours: Hours, day: Temporal.PlainDate): readonly Range[] {
  const { week, exceptions } = prepared(hours)
  const exception = exceptions.get(String(day))
  if (exception) return exception
  const usual = week[day.dayOfWeek] ?? []
  if (usual.length === 0) return usual
  if (hours.holidays && isHoliday(hours.holidays, day)) return []
  return hours.good_friday && isGoodFriday(day) ? [] : usual
}

/**
 * The instant at which the wall clock of a zone reaches a time for the first time, in epoch milliseconds.
 * A time that comes twice in autumn is the first of the two (RFC 5545 §3.3.5). A time skipped in spring is reached at the change itself;
 * RFC 5545 would go on counting past it, but then 02:30–03:15 would end before it begins. This way order is kept: a later time on the
 * clock is never an earlier instant, so ranges that touch still touch, and no hour is counted twice.
 */
export function reached(zone: string, wall: Temporal.PlainDateTime): number {
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds
  const change = zoned.getTimeZoneTransition('next') // in a gap 'earlier' lands before it
  return (change ?? zoned).epochMilliseconds
}

/**
 * The stretches of opening that end after `from` (epoch milliseconds), in order and never overlapping; stretches that touch are given
 * one by one. At most `most` local days are looked at; each ends with a stretch or with nothing.
 */
export function* openings(hours: Hours, from: number, most: number): Generator<Stretch> {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(hours.zone).toPlainDate()
  let covered = from
  let day = first.subtract({ days: 2 }) // a range lasts at most into the second day, and a clock may be set back over midnight
  for (let looked = 0; looked < most; looked++, day = day.add({ days: 1 })) {
    for (const { opens_minute, closes_minute } of rangesOn(hours, day)) {
      const end = reached(hours.zone, at(day, closes_minute))
      if (end <= covered) continue
      const start = Math.max(covered, reached(hours.zone, at(day, opens_minute)))
      if (start >= end) continue // the clock skips it whole
      covered = end
      yield { start, end }
    }
  }
}

const midnight = Temporal.PlainTime.from('00:00')
const at = (day: Temporal.PlainDate, minute: number): Temporal.PlainDateTime =>
  day.toPlainDateTime(midnight).add({ minutes: minute })

type Prepared = { week: readonly (readonly Range[])[]; exceptions: ReadonlyMap<string, readonly Range[]> }
const preparations = new WeakMap<Hours, Prepared>()

function prepared(hours: Hours): Prepared {
  const before = preparations.get(hours)
  if (before) return before
  const week = [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => inOrder(hours.weekly.filter((range) => range.weekday === weekday)))
  const exceptions = new Map(hours.exceptions.map((exception) => [exception.day, inOrder(exception.ranges)]))
  const made = { week, exceptions }
  preparations.set(hours, made)
  return made
}

const inOrder = (ranges: readonly Range[]): Range[] => ranges.toSorted((a, b) => a.opens_minute - b.opens_minute)
