// Midnight where the house stands.
import * as brands from '#brands'
import type { Work } from '#base/work'

const DEFAULT_ZONE = 'Europe/Paris'

export async function endOfDay(work: Work): Promise<Temporal.Instant> {
  const zone = (await brands.mainEntryPoint(work))?.zone ?? DEFAULT_ZONE
  return work.now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).toInstant()
}
