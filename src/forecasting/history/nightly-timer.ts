import * as brands from '#brands'
import { setTimers } from '#base/jobs'
import type { Work } from '#base/work'
import { settingsOf } from '../settings/settings.ts'
import { nightlyTimer } from './jobs.ts'

export const zoneOf = async (work: Work): Promise<string> => (await brands.mainEntryPoint(work))?.zone ?? 'Europe/Paris'

/** The next time the clock of the place shows the hour; on a night without that hour, just after. */
export async function setNightly(work: Work, id: string): Promise<Temporal.Instant> {
  const [{ nightly_minute }, zone] = [await settingsOf(work), await zoneOf(work)]
  const at = nextNight(work.now, { minute: nightly_minute, zone })
  await setTimers(work, nightlyTimer, [{ id, payload: {}, at }])
  return at
}

export function nextNight(now: Temporal.Instant, { minute, zone }: { minute: number; zone: string }): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const of = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  return Temporal.Instant.compare(of(today), now) > 0 ? of(today) : of(today.add({ days: 1 }))
}
