// The day a page speaks of: until midnight where the house stands.
import * as brands from '#brands'
import type { Work } from '#base/work'

export type Span = { until: Temporal.Instant; zone: string }
const DEFAULT_ZONE = 'Europe/Paris'

export async function spanOf(work: Work): Promise<Span> {
  const zone = (await brands.mainEntryPoint(work))?.zone ?? DEFAULT_ZONE
  return { zone, until: work.now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).toInstant() }
}
