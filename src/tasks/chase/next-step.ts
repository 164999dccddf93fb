// When the next reminder goes out by itself. Pure: the same facts, however late the clock is read, give the same steps in the same order.
import { nextOpening } from '#calendars'
import type { Hours } from '#calendars/contract'
import type { ChaseStep, Tone } from '../contract.ts'
import { dueAfter, workedBetween } from '../own-time.ts'

export type Facts = {
  hours: Hours | null // of whoever is asked; null: around the clock
  begun_at: Temporal.Instant
  due_at: Temporal.Instant
  isOutside: boolean
}
export type Behind = { step: number; last_at: Temporal.Instant | null } // how many steps are done, and when the last reminder of any kind went out
export type Next = { step: number; tone: Tone; at: Temporal.Instant }

const MINUTE = 60_000
const APART_MINUTES = 60 // working time between two reminders by themselves, even where several steps went by while the house stood still

/**
 * The first step of the plan that is not behind us. A colleague is reminded before a task is due by the task's own clock, so that steps before the
 * due moment are for those outside. Null when no step is left.
 */
export function nextStep(steps: readonly ChaseStep[], facts: Facts, { step, last_at }: Behind): Next | null {
  for (const [at, { tone, minutes }] of steps.entries()) {
    if (at < step || (minutes < 0 && !facts.isOutside)) continue
    const planned = momentOf(minutes, facts)
    if (!planned) return null
    const apart = last_at && dueAfter(facts.hours, last_at, APART_MINUTES)
    const moment = withinHours(facts.hours, apart && Temporal.Instant.compare(apart, planned) > 0 ? apart : planned)
    return moment && { step: at, tone, at: moment }
  }
  return null
}

/**
 * So many working minutes after the task is due; below zero so many before. Where there is less time than twice that, at half of it: nobody is
 * reminded of what they were asked a moment ago.
 */
function momentOf(minutes: number, { hours, begun_at, due_at }: Facts): Temporal.Instant | null {
  if (minutes >= 0) return dueAfter(hours, due_at, minutes)
  const counted = hours && workedBetween(hours, begun_at, due_at) > 0 ? hours : null
  const worked = workedBetween(counted, begun_at, due_at) / MINUTE
  return dueAfter(counted, begun_at, Math.floor(Math.max(worked / 2, worked + minutes)))
}

/** The moment itself when somebody is there to read it, else when they are again. */
export function withinHours(hours: Hours | null, at: Temporal.Instant): Temporal.Instant | null {
  if (!hours) return at
  const found = nextOpening(hours, at)
  return 'at' in found ? found.at : null
}
