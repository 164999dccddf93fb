// Working time: how much of it lies between two instants, and when so much of it has gone by. To the millisecond, as the clock is read.
import type { Hours } from '../contract.ts'
import { openings } from './openings.ts'

export const MOST_DAYS_AHEAD = 5 * 366 // how far a search goes before it says that there is nothing
export const MOST_DAYS_COUNTED = 100 * 366

// When, or how far was searched in vain: a calendar may never open, or never close.
export type Found = { at: Temporal.Instant } | { none_until: Temporal.Instant }

/** Is the calendar open at an instant? Opening instants are open, closing instants are not. */
export function isOpen(hours: Hours, instant: Temporal.Instant): boolean {
  const at = instant.epochMilliseconds
  for (const { start } of openings(hours, at, 4)) return start <= at
  return false
}

/** The first instant from `instant` on at which the calendar is open: `instant` itself when it is open already. */
export function nextOpening(hours: Hours, instant: Temporal.Instant): Found {
  for (const { start } of openings(hours, instant.epochMilliseconds, MOST_DAYS_AHEAD)) return found(start)
  return none(instant)
}

/** The first instant from `instant` on at which the calendar is closed: `instant` itself when it is closed already. */
export function nextClosing(hours: Hours, instant: Temporal.Instant): Found {
  let until = instant.epochMilliseconds
  for (const { start, end } of openings(hours, until, MOST_DAYS_AHEAD)) {
    if (start > until) return found(until)
    until = end
  }
  // Open to the very end of what was looked at, or closed within it for good?
  return until >= instant.add({ hours: 24 * (MOST_DAYS_AHEAD - 5) }).epochMilliseconds ? none(instant) : found(until)
}

/**
 * The first instant at which `duration` of working time has gone by since `instant`: the inverse of workingTimeBetween. Nothing has gone
 * by at once, so a duration of zero gives `instant` back, open or not; one that ends with the day ends at closing, not at the next opening.
 * @param duration exact units only, and not negative: a working day has no length of its own (RangeError)
 */
export function addWorkingTime(hours: Hours, instant: Temporal.Instant, duration: Temporal.Duration): Found {
  let left = milliseconds(duration)
  if (left === 0) return { at: instant }
  for (const { start, end } of openings(hours, instant.epochMilliseconds, MOST_DAYS_AHEAD)) {
    if (start + left <= end) return found(start + left)
    left -= end - start
  }
  return none(instant)
}

/**
 * The working time between two instants, negative when b comes before a. So that for any three
 * workingTimeBetween(a, b) + workingTimeBetween(b, c) = workingTimeBetween(a, c). RangeError when they are over a century apart.
 */
export function workingTimeBetween(hours: Hours, a: Temporal.Instant, b: Temporal.Instant): Temporal.Duration {
  if (Temporal.Instant.compare(a, b) > 0) return workingTimeBetween(hours, b, a).negated()
  const [from, to] = [a.epochMilliseconds, b.epochMilliseconds]
  const days = Math.ceil((to - from) / 86_400_000)
  if (days > MOST_DAYS_COUNTED) throw new RangeError('working time is counted over a century at most')
  let worked = 0
  for (const { start, end } of openings(hours, from, days + 5)) {
    if (start >= to) break
    worked += Math.min(end, to) - start
    if (end >= to) break
  }
  return Temporal.Duration.from({ milliseconds: worked }).round({ largestUnit: 'hour' })
}

function milliseconds(duration: Temporal.Duration): number {
  const { years, months, weeks, days, sign } = duration
  if (years || months || weeks || days)
    throw new RangeError('working time is given in hours, minutes and seconds: a working day has no length of its own')
  if (sign < 0) throw new RangeError('working time only goes forward')
  return Math.round(duration.total('milliseconds'))
}

const found = (at: number): Found => ({ at: Temporal.Instant.fromEpochMilliseconds(at) })
const none = (instant: Temporal.Instant): Found => ({ none_until: instant.add({ hours: 24 * MOST_DAYS_AHEAD }) })
