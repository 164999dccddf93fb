import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { calendarChanged, nameTaken, type CalendarId, type NewCalendar } from './contract.ts'
import { insertCalendar, writeHours } from './store.ts'

export async function addCalendar(work: Work, given: NewCalendar): Promise<{ id: CalendarId; version: number }> {
  allow(work, 'calendar.manage', { team: null, brand: null }) // doors of every brand keep these hours
  const { name, weekly, zone = 'Europe/Paris', exceptions = [], holidays = 'FR', good_friday = false } = given
  const id = newId<'calendar'>(work.now)
  await insertCalendar(work, { id, name, zone, weekly, exceptions, holidays, good_friday }).catch(refusedByIndex)
  await writeHours(work, id, { weekly, exceptions })
  work.publish(calendarChanged, { calendar: id, version: 1 })
  return { id, version: 1 }
}

export function refusedByIndex(error: unknown): never {
  throw isConflict(error, 'calendar_name') ? refuse(nameTaken, {}) : error
}
