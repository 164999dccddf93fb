// The hours by which a date is counted back: of the door a case came by, else of the main one.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { Hours } from '#calendars/contract'
import type { CaseId } from '#cases/contract'
import type { FieldSubject } from './contract.ts'
import { reminderDay } from './rules/reminder-day.ts'

type Door = { zone: string; hours: Hours | null } // hours null: it never closes
const DEFAULT_ZONE = 'Europe/Paris'
const MORNING = { hour: 9 } // of a door without opening hours

export async function doorOf(work: Work, { subject, of }: { subject: FieldSubject; of: string }): Promise<Door> {
  const id = subject === 'case' ? (await cases.facts(work, [of as CaseId])).get(of as CaseId)?.entry_point_id : undefined // the subject says so
  const door = (id ? await brands.entryPoint(work, id as EntryPointId) : undefined) ?? (await brands.mainEntryPoint(work)) // a foreign key says so
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  return { zone: door?.zone ?? DEFAULT_ZONE, hours: hours ?? null }
}

/** When a date is to speak up: at the opening of so many working days before. Null for a day that has gone by. */
export function speaksAt(
  door: Door,
  date: Temporal.PlainDate,
  { working_days, now }: { working_days: number; now: Temporal.Instant },
): Temporal.Instant | null {
  const today = now.toZonedDateTimeISO(door.zone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today) < 0) return null
  return opening(
    door,
    reminderDay(date, working_days, (day) => opensOn(door, day)),
  )
}

const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant => day.toZonedDateTime({ timeZone: zone }).toInstant()

function opensOn({ zone, hours }: Door, day: Temporal.PlainDate): boolean {
  if (!hours) return day.dayOfWeek <= 5
  const first = calendars.nextOpening(hours, startOf(day, zone))
  return 'at' in first && Temporal.Instant.compare(first.at, startOf(day.add({ days: 1 }), zone)) < 0
}

function opening({ zone, hours }: Door, day: Temporal.PlainDate): Temporal.Instant {
  const morning = day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant()
  if (!hours) return morning
  const first = calendars.nextOpening(hours, startOf(day, zone))
  return 'at' in first && Temporal.Instant.compare(first.at, startOf(day.add({ days: 1 }), zone)) < 0 ? first.at : morning
}
