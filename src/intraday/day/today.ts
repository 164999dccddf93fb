// Which day it is where the house stands. A day has 23, 24 or 25 hours.
import * as brands from '#brands'
import type { Work } from '#base/work'

const DEFAULT_ZONE = 'Europe/Paris'

export type Today = { zone: string; day: string; from: Temporal.Instant; to: Temporal.Instant }

export async function today(work: Work, day?: string): Promise<Today> {
  const zone = (await brands.mainEntryPoint(work))?.zone ?? DEFAULT_ZONE
  const date = day === undefined ? work.now.toZonedDateTimeISO(zone).toPlainDate() : Temporal.PlainDate.from(day)
  return dayIn(zone, date)
}

export function dayIn(zone: string, date: Temporal.PlainDate): Today {
  const startOf = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).startOfDay().toInstant()
  return { zone, day: String(date), from: startOf(date), to: startOf(date.add({ days: 1 })) }
}
