// A wish ("Thursday at noon", "by the 12th") made an instant of the door the case came by.
import { refuse, type Work } from '#base/work'
import { doorHours, endOfWorkingDay, reminderFor } from './door-hours.ts'
import { dueInThePast, dueTooFar, MOST_YEARS_AHEAD, type Due } from './contract.ts'

export type Resolved = {
  due_at: Temporal.Instant
  due_day: Temporal.PlainDate | null
  zone: string
  due_soon_at: Temporal.Instant | null
}

export async function resolveDue(work: Work, entry_point: string, due: Due): Promise<Resolved> {
  const door = await doorHours(work, entry_point)
  const due_day = 'day' in due ? Temporal.PlainDate.from(due.day) : null
  const due_at = 'at' in due ? Temporal.Instant.from(due.at).round('millisecond') : endOfWorkingDay(door, due_day!, work.now)
  const said = { due_at: due_at.toString() }
  if (Temporal.Instant.compare(due_at, work.now) <= 0) throw refuse(dueInThePast, said)
  const furthest = work.now.toZonedDateTimeISO(door.zone).add({ years: MOST_YEARS_AHEAD }).toInstant()
  if (Temporal.Instant.compare(due_at, furthest) > 0) throw refuse(dueTooFar, { ...said, most_years: MOST_YEARS_AHEAD })
  return { due_at, due_day, zone: door.zone, due_soon_at: reminderFor(door, work.now, due_at) }
}
