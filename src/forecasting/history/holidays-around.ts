// The holidays of the house, by its first calendar: a year back, half a year ahead.
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { Overview } from '../contract.ts'
import { findFirstCalendar } from './first-calendar.ts'

export async function holidaysAround(work: Work): Promise<Overview['holidays']> {
  const calendar = await findFirstCalendar(work)
  if (!calendar?.holidays) return []
  const today = work.now.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const [first, last] = [today.subtract({ years: 1 }), today.add({ months: 6 })]
  const days = []
  for (let year = first.year; year <= last.year; year++) days.push(...calendars.holidaysOf(calendar.holidays, year))
  return days.filter(({ day }) => day >= String(first) && day <= String(last))
}
