// The time of a task, in the working hours of whoever is asked. Nothing but arithmetic.
import { addWorkingTime, workingTimeBetween } from '#calendars'
import type { Hours } from '#calendars/contract'

const MINUTE = 60_000
const LEAST_AGAIN = 30 * MINUTE
const WARNED_AT = 0.75 // of the time there is
const EARLIEST_WARNING = 240 * MINUTE

/** When so many working minutes after `from` are over; around the clock without hours. Null where the hours never open again. */
export function dueAfter(hours: Hours | null, from: Temporal.Instant, minutes: number): Temporal.Instant | null {
  if (!hours) return from.add({ minutes })
  const found = addWorkingTime(hours, from, Temporal.Duration.from({ minutes }))
  return 'at' in found ? found.at : null
}

/** Working milliseconds between two instants, zero when the second does not come after the first. */
export function workedBetween(hours: Hours | null, from: Temporal.Instant, until: Temporal.Instant): number {
  if (Temporal.Instant.compare(until, from) <= 0) return 0
  const worked = hours ? workingTimeBetween(hours, from, until) : from.until(until)
  return Math.round(worked.total('milliseconds'))
}

/** The largest whole number of working minutes that, counted from `from`, is over by `until`; null when that is less than one. */
export function mostMinutes(hours: Hours | null, from: Temporal.Instant, until: Temporal.Instant): number | null {
  const minutes = Math.floor(workedBetween(hours, from, until) / MINUTE)
  return minutes >= 1 ? minutes : null
}

/**
 * When to remind whoever was asked: after three quarters of the working time there is, four hours of it before the end at the earliest.
 * In plain time where no working time lies between. Null when there is no room for it.
 */
export function warnAt(hours: Hours | null, from: Temporal.Instant, due: Temporal.Instant): Temporal.Instant | null {
  const counted = hours && workedBetween(hours, from, due) > 0 ? hours : null
  const worked = workedBetween(counted, from, due)
  const ahead = Math.min(Math.max(worked * WARNED_AT, worked - EARLIEST_WARNING), worked)
  const at = dueAfter(counted, from, Math.floor(ahead / MINUTE))
  return at && Temporal.Instant.compare(at, due) < 0 && Temporal.Instant.compare(at, from) >= 0 ? at : null
}

/**
 * An answer that is sent back gives its author the time again that was left when it came: while it lay with whoever asked, no time of theirs
 * went by. Whoever answered late, or with less than half an hour to spare, has half an hour.
 */
export function dueAgain(
  hours: Hours | null,
  was: { due_at: Temporal.Instant; answered_at: Temporal.Instant },
  now: Temporal.Instant,
): Temporal.Instant {
  const left = Math.max(workedBetween(hours, was.answered_at, was.due_at), LEAST_AGAIN)
  return dueAfter(hours, now, Math.ceil(left / MINUTE)) ?? now.add({ milliseconds: left })
}
