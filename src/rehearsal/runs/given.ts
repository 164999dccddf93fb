// What the thread is given besides the traffic: ids and numbers. Names of people stay here.
import * as brands from '#brands'
import * as routing from '#routing'
import * as staff from '#staff'
import type { Work } from '#base/work'
import { countArrivals } from '../store/contacts.ts'
import type { RunRow } from '../store/run.ts'
import type { Given } from '../traffic/given.ts'
import { FINISH_S } from '../traffic/scenario-of.ts'
import type { Spell } from '../traffic/shifts.ts'
import { openingsOf } from './openings.ts'
import { MOST_CONTACTS } from './read.ts'
import { rulebookOf } from './rules.ts'

export async function givenOf(work: Work, run: RunRow): Promise<Given> {
  const { traffic, name: _, ...asked } = run.asked
  if (traffic.kind !== 'period') throw new Error('only a period is read')
  const [from, to] = [Temporal.Instant.from(traffic.from), Temporal.Instant.from(traffic.to)]
  const zone = (await brands.mainEntryPoint(work))?.zone ?? 'Europe/Paris'
  const [people, away] = await Promise.all([
    routing.peopleOfRouting(work),
    staff.absencesBetween(work, { starts_at: from, ends_at: to }),
  ])
  const arrived = (await countArrivals(work, { from, to })).reduce((sum, { arrivals }) => sum + arrivals, 0)
  const until_ms = Math.min(to.add({ seconds: FINISH_S }).epochMilliseconds, run.asked_at.epochMilliseconds)
  const midnight_ms = from.toZonedDateTimeISO(zone).startOfDay().epochMilliseconds
  const [today, tomorrow] = [await rulebookOf(work, asked.today), await rulebookOf(work, asked.tomorrow)]
  const within = { midnight_ms, until_ms }
  return {
    asked,
    period: { from_ms: from.epochMilliseconds, to_ms: to.epochMilliseconds },
    until_ms,
    midnight_ms,
    people: people.map((person) => ({ ...person, name: person.id })),
    away: spellsOf(away),
    books: { today, tomorrow },
    openings: { today: await openingsOf(work, today, within), tomorrow: await openingsOf(work, tomorrow, within) },
    left_out: (run.contacts ?? 0) >= MOST_CONTACTS ? Math.max(0, arrived - MOST_CONTACTS) : 0,
  }
}

function spellsOf(away: Awaited<ReturnType<typeof staff.absencesBetween>>): Record<string, Spell[]> {
  const spells: Record<string, Spell[]> = {}
  for (const { person, starts_at, ends_at } of away)
    (spells[person] ??= []).push({ from_ms: starts_at.epochMilliseconds, to_ms: ends_at.epochMilliseconds })
  return spells
}
