import * as calendars from '#calendars'
import type { Calendar } from '#calendars/contract'
import type { Work } from '#base/work'

/** As a system reads it: whoever may read a forecast may see its holidays. */
export async function findFirstCalendar(work: Work): Promise<Calendar | undefined> {
  const own = { ...work, actor: { kind: 'system' as const, name: 'forecasting' } }
  return (await calendars.listCalendars(own, { limit: 1 })).items[0]
}
