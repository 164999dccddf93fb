import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { calendarChanged, type CalendarId } from './contract.ts'
import { closeCalendar as close, findCalendar } from './store.ts'

// It is offered no more; what uses it goes on doing so.
export async function closeCalendar(work: Work, { id }: { id: CalendarId }): Promise<object> {
  allow(work, 'calendar.manage', { team: null, brand: null }) // doors of every brand keep these hours
  if ((await close(work, id)) === 0) throw refuse(notFound, {})
  const closed = await findCalendar(work, id)
  work.publish(calendarChanged, { calendar: id, version: closed?.version ?? 1 })
  return {}
}
