// A day begins at midnight where the house stands: what somebody took is counted from there ("who took the fewest today").
import * as brands from '#brands'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { Held } from './hold.ts'
import type { Fact } from './step.ts'

const DEFAULT_ZONE = 'Europe/Paris'

const zoneOf = (work: Work): Promise<string> =>
  once(work, 'routing.zone', async () => (await brands.mainEntryPoint(work))?.zone ?? DEFAULT_ZONE)

export const nextMidnight = async (work: Work): Promise<Temporal.Instant> =>
  work.now.toZonedDateTimeISO(await zoneOf(work)).add({ days: 1 }).startOfDay().toInstant() // prettier-ignore

/** Where midnight came after the seats were to be looked at, or after anything happened at all: everybody begins at nought. */
export async function newDay(work: Work, { row, inForce }: Held): Promise<Fact[]> {
  const began = work.now
    .toZonedDateTimeISO(await zoneOf(work))
    .startOfDay()
    .toInstant()
  if (Temporal.Instant.compare(began, row.seats_at ?? row.stepped_at) < 0) return []
  return inForce.people.map((person) => ({ is: 'seat', person, change: { handled: 0 } }))
}
