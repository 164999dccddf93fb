// By when a hand-over is to be answered, and when the one who is asked is reminded: counted in the working time of the door, so that what
// is offered on a Friday evening is not late on Monday morning.
import * as calendars from '#calendars'
import type { Hours } from '#calendars/contract'

export const HOURS_TO_ANSWER = 4 // of working time, for one case
export const HOURS_FOR_PORTFOLIO = 16

export type Deadline = { remind_at: Temporal.Instant; answer_by: Temporal.Instant }

/** `hours` null: a door that never closes. `wished`: a moment the giver chose; the reminder stands in the middle of the time there is. */
export function deadlineOf(
  hours: Hours | null,
  now: Temporal.Instant,
  { working_hours, wished }: { working_hours: number; wished?: Temporal.Instant | undefined },
): Deadline {
  const answer_by = wished ?? later(hours, now, working_hours * 60)
  const worked = hours ? calendars.workingTimeBetween(hours, now, answer_by).total('minutes') : 0
  const halfway = now.add({ milliseconds: Math.floor(now.until(answer_by).total('milliseconds') / 2) })
  const remind_at = worked >= 2 ? later(hours, now, worked / 2) : halfway
  return { remind_at: Temporal.Instant.compare(remind_at, answer_by) < 0 ? remind_at : halfway, answer_by }
}

function later(hours: Hours | null, from: Temporal.Instant, minutes: number): Temporal.Instant {
  const plain = from.add({ seconds: Math.round(minutes * 60) })
  if (!hours) return plain
  const reached = calendars.addWorkingTime(hours, from, Temporal.Duration.from({ seconds: Math.round(minutes * 60) }))
  return 'at' in reached ? reached.at : plain // a calendar that never opens again
}
