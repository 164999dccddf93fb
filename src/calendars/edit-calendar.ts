import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { refusedByIndex } from './add-calendar.ts'
import { calendarChanged, type Calendar, type CalendarEdit } from './contract.ts'
import { overtaken } from '#base/overtaken'
import { findKept, updateCalendar, writeHours } from './store.ts'

export async function editCalendar(work: Work, { id, version, ...changes }: CalendarEdit): Promise<{ version: number }> {
  allow(work, 'calendar.manage', { team: null, brand: null }) // doors of every brand keep these hours
  const current = await findKept(work, id)
  if (!current) throw refuse(notFound, {})
  const calendar = { ...current, ...given(changes), version }
  const changed = await updateCalendar(work, calendar).catch(refusedByIndex)
  if (changed === 0) throw overtaken(await findKept(work, id), version)
  await writeHours(work, id, calendar)
  work.publish(calendarChanged, { calendar: id, version: version + 1 })
  return { version: version + 1 }
}

const given = (changes: object): Partial<Calendar> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
