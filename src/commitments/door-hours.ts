// The door a case came by: where it stands and when it is open. A day that was promised ends when the door closes that day.
import * as brands from '#brands'
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Hours } from '#calendars/contract'
import { leadOf } from './rules/reminder.ts'

export type DoorHours = { zone: string; hours: Hours | null } // hours null: it never closes

const DEFAULT_ZONE = 'Europe/Paris'
const EVENING: Temporal.PlainTimeLike = { hour: 18 } // of a door without opening hours
const DAYS_BACK = 7

export async function doorHours(work: Work, entry_point: string): Promise<DoorHours> {
  const door = await brands.entryPoint(work, entry_point as EntryPointId) // a case's foreign key says so
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  return { zone: door?.zone ?? DEFAULT_ZONE, hours: hours ?? null }
}

/**
 * When a promise by a day falls due: at the last closing of that day, or, if the door does not open that day, of the last one before on
 * which it does. Where that has gone by already (or there are no hours: where 18:00 has), at the last minute of the day itself.
 */
export function endOfWorkingDay({ zone, hours }: DoorHours, day: Temporal.PlainDate, now: Temporal.Instant): Temporal.Instant {
  const ahead = (at: Temporal.Instant | null): boolean => at !== null && Temporal.Instant.compare(at, now) > 0
  const evening = hours ? lastClosing(hours, startOf(day.subtract({ days: DAYS_BACK }), zone), startOf(day.add({ days: 1 }), zone)) : day.toZonedDateTime({ timeZone: zone, plainTime: EVENING }).toInstant() // prettier-ignore
  return ahead(evening) ? evening! : startOf(day.add({ days: 1 }), zone).subtract({ minutes: 1 })
}

const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant => day.toZonedDateTime({ timeZone: zone }).toInstant()

const MOST_OPENINGS = 200 // a week of them
function lastClosing(hours: Hours, from: Temporal.Instant, until: Temporal.Instant): Temporal.Instant | null {
  let last: Temporal.Instant | null = null
  let at = from
  for (let left = MOST_OPENINGS; left > 0; left--) {
    const opening = calendars.nextOpening(hours, at)
    if (!('at' in opening) || Temporal.Instant.compare(opening.at, until) >= 0) return last
    const closing = calendars.nextClosing(hours, opening.at)
    if (!('at' in closing) || Temporal.Instant.compare(closing.at, until) > 0) return until.subtract({ minutes: 1 }) // open past midnight
    last = closing.at
    at = closing.at
  }
  return last
}

/** So many working days from now: the day on which the door opens for the nth time after today. */
export function workingDaysAhead({ zone, hours }: DoorHours, count: number, now: Temporal.Instant): Temporal.PlainDate {
  let day = now.toZonedDateTimeISO(zone).toPlainDate()
  for (let left = count, tries = 0; left > 0 && tries < 400; tries++) {
    day = day.add({ days: 1 })
    if (opensOn({ zone, hours }, day)) left--
  }
  return day
}

function opensOn({ zone, hours }: DoorHours, day: Temporal.PlainDate): boolean {
  if (!hours) return day.dayOfWeek <= 5
  const opening = calendars.nextOpening(hours, startOf(day, zone))
  return 'at' in opening && Temporal.Instant.compare(opening.at, startOf(day.add({ days: 1 }), zone)) < 0
}

/** When to remind: so long before, counted in the door's working time; in plain time where none lies between. Null when there is no room for it. */
export function reminderFor({ hours }: DoorHours, made: Temporal.Instant, due: Temporal.Instant): Temporal.Instant | null {
  const worked = hours ? Math.round(calendars.workingTimeBetween(hours, made, due).total('milliseconds')) : 0
  const at = hours && worked > 0 ? workedBefore(hours, made, worked) : due.subtract({ milliseconds: leadOf(made.until(due).total('milliseconds')) }) // prettier-ignore
  return at && Temporal.Instant.compare(at, due) < 0 ? at : null
}

function workedBefore(hours: Hours, made: Temporal.Instant, worked: number): Temporal.Instant | null {
  const reached = calendars.addWorkingTime(hours, made, Temporal.Duration.from({ milliseconds: worked - leadOf(worked) }))
  return 'at' in reached ? reached.at : null
}
