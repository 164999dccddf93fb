// The local days of a span, and their intervals: a day has 92, 96 or 100 quarters of an hour.
import { refuse } from '#base/refusal'
import { MOST_SPAN_DAYS, spanTooLong, spanUpsideDown } from '../contract.ts'
import { INTERVAL_MIN, type Span } from '../groups/streams.ts'

export type Day = { day: string; first: number; count: number } // its intervals, by place
export type Days = { zone: string; from: Temporal.Instant; to: Temporal.Instant; days: Day[]; count: number }

/** Whole local days around a span, with so many more before and after. */
export function daysAround({ from, to }: Span, zone: string, more: { before: number; after: number }): Days {
  const last = to.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().add({ days: more.after })
  const days: Day[] = []
  let first = 0
  let day = from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: more.before })
  const begins = startOf(day, zone)
  let at = begins
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const next = startOf(day.add({ days: 1 }), zone)
    const count = Math.round(next.since(at).total('minutes') / INTERVAL_MIN)
    days.push({ day: String(day), first, count })
    first += count
    day = day.add({ days: 1 })
    at = next
  }
  return { zone, from: begins, to: at, days, count: first }
}

const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant => day.toZonedDateTime(zone).startOfDay().toInstant()

/** A span somebody asked for, on the quarters of an hour around it. */
export function askedSpan({ from, to }: { from: string; to: string }): Span {
  const span = { from: onGrid(Temporal.Instant.from(from), 'floor'), to: onGrid(Temporal.Instant.from(to), 'ceil') }
  if (Temporal.Instant.compare(span.from, span.to) >= 0) throw refuse(spanUpsideDown, {})
  if (span.to.since(span.from).total('hours') > 24 * MOST_SPAN_DAYS + 1) throw refuse(spanTooLong, { most_days: MOST_SPAN_DAYS })
  return span
}

const onGrid = (at: Temporal.Instant, roundingMode: 'floor' | 'ceil'): Temporal.Instant =>
  at.round({ smallestUnit: 'minute', roundingIncrement: INTERVAL_MIN, roundingMode })
