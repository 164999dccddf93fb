// The zone whose days a need is drawn in.
import * as calendars from '#calendars'
import { once } from '#base/once'
import type { Work } from '#base/work'

const USUAL = 'Europe/Paris'

export const houseZone = (work: Work): Promise<string> =>
  once(work, 'staffing.zone', async () => (await calendars.listCalendars(work, { limit: 1 })).items[0]?.zone ?? USUAL)
