import { lastPlace, tenantEventsAfter } from '#base/store/journal'
import type { Event, Place } from '#base/journal'
import type { Open, Work } from '#base/work'

export const placeNow = async ({ database }: Open): Promise<Place> =>
  (await lastPlace(database.dispatcher)) ?? { xid: 0n, seq: 0 }
export const recentAfter = (work: Work, page: { after: Place; most: number; caseId?: string | undefined }): Promise<Event[]> =>
  tenantEventsAfter(work.sql, work, page)
