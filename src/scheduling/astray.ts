// For the doctor: what people see of their shifts and the law forbids, weeks published that nothing is forecast for, runs and offers that never end, calendars of
// people who left. Each says what to do.
import * as forecasting from '#forecasting'
import * as staff from '#staff'
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import { awayBetween } from './plans/away.ts'
import { midnight, mondayOf } from './rules/days.ts'
import { troublesOf, type Weeks } from './rules/legality.ts'
import * as health from './store/health.ts'
import { inForceBetween, type InForceRow } from './store/in-force.ts'
import { contractsFor } from './terms/contracts.ts'
import { settingsNow } from './terms/settings.ts'

const LONG_HOURS = 1 // a run thinks for ten minutes at most
const AHEAD_DAYS = 14
const MOST_SHIFTS = 60_000

export async function astray(work: Work): Promise<string[]> {
  const long = work.now.subtract({ hours: LONG_HOURS })
  const { runs } = await health.longRunning(work, long)
  const { offers } = await health.offersPast(work, long)
  const { days, first } = await againstTheLaw(work)
  const left = await calendarsOfLeavers(work)
  return [
    ...(runs > 0 ? [`scheduling: ${runs} runs of the optimiser were asked for over ${LONG_HOURS} hour ago and have not ended: is the server running? Stop them on the planning page and ask again`] : []),
    ...(offers > 0 ? [`scheduling: ${offers} open shifts should have closed and nobody was chosen: is the server running? Choose somebody or withdraw them on the planning page`] : []),
    ...(days > 0 ? [`scheduling: ${days} days that people were published break the law of working time, the first on ${first}: open the remarks of that plan, move what is named there and publish it again`] : []),
    ...(left > 0 ? [`scheduling: ${left} calendar addresses of people who left are not revoked (they show nothing): is the server running? It revokes them when it hears that somebody left`] : []),
    ...(await withoutForecast(work)),
  ]
} // prettier-ignore

async function withoutForecast(work: Work): Promise<string[]> {
  const until = await forecasting.forecastUntil(work)
  const { last } = await health.lastPublished(work)
  if (!until || !last || Temporal.Instant.compare(last, until) <= 0) return []
  const { zone } = await settingsNow(work)
  const day = (at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString()
  return day(last) > day(until)
    ? [`scheduling: shifts are published until ${day(last)} and nothing is forecast after ${day(until)}: forecast further ahead on the forecast page`]
    : []
} // prettier-ignore

async function calendarsOfLeavers(work: Work): Promise<number> {
  const feeds = await health.feedsAlive(work)
  const people = await staff.find(work, feeds.map(({ person }) => person)) // prettier-ignore
  return feeds.filter(({ person }) => !people.get(person)?.active).reduce((sum, { count }) => sum + count, 0)
}

/** Of the two weeks to come, as people see them: whatever changed since a plan was published, in the plan or beside it. */
async function againstTheLaw(work: Work): Promise<{ days: number; first: string }> {
  const { zone, law } = await settingsNow(work)
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate()
  const [from, to] = [today, today.add({ days: AHEAD_DAYS })]
  const span = { from: midnight(mondayOf(from).subtract({ days: 7 }), zone), to: midnight(mondayOf(to).add({ days: 14 }), zone) }
  const shifts = Map.groupBy(await inForceBetween(work, { ...span, most: MOST_SHIFTS }), ({ person_id }) => person_id)
  const [away, contracts] = [await awayBetween(work, span), await contractsFor(work, [...shifts.keys()])]
  const broken: string[] = []
  const wayGiven = givingWay()
  for (const [person, own] of shifts) {
    const day = from.toString()
    const weeks = { person, site: null, zone, from: day, to: to.toString(), shifts: own.map(drawn), away: away.get(person) ?? [], contract: contracts.on(person, day), law } // prettier-ignore
    broken.push(...troublesOf(weeks).flatMap((trouble) => (trouble.against === 'law' ? [trouble.day] : [])))
    await wayGiven()
  }
  return { days: broken.length, first: broken.toSorted()[0] ?? '' }
}

const drawn = (row: InForceRow): Weeks['shifts'][number] => ({
  id: row.shift_id, person: row.person_id, day: row.day.toString(), starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString(),
  activities: row.activities, pattern: null, site: row.site, note: row.note, locked: true,
}) // prettier-ignore
