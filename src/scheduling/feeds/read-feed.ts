// What a calendar is told by its secret address: the shifts of whoever made it, without those that were cancelled or that an absence covers.
import * as staff from '#staff'
import { readToken } from '#access'
import { asFrenchWrites } from '#base/contract'
import { inWork, system, type Open, type Work } from '#base/work'
import { activityNames } from '../contract.ts'
import { awayBetween, awayIn } from '../plans/away.ts'
import { shownActivities } from '../rules/drawn.ts'
import { writeCalendar, type CalendarEvent } from '../rules/icalendar.ts'
import { feedByHash, recordRead } from '../store/feed.ts'
import { calendarOf, type InForceRow } from '../store/in-force.ts'
import { settingsNow } from '../terms/settings.ts'

const DAYS_BACK = 31
const MOST_SHIFTS = 1_000

/** null: nothing is behind this address, or no longer; which of the two is nobody's business. */
export async function readFeed(open: Open, text: string): Promise<string | null> {
  const token = readToken(text, 'ic_')
  if (!token) return null
  return await inWork(open, { tenant: token.tenant, actor: system('shift_feed') }, async (work) => {
    const feed = await feedByHash(work, token.hash)
    const person = feed && (await staff.find(work, [feed.person_id])).get(feed.person_id)
    if (!feed || !person?.active) return null
    await recordRead(work, feed.id)
    return await calendarFor(work, person)
  })
}

type Person = { id: Parameters<typeof calendarOf>[1]; name: string; language: 'fr' | 'en' }
async function calendarFor(work: Work, { id, name, language }: Person): Promise<string> {
  const from = work.now.subtract({ hours: 24 * DAYS_BACK })
  const rows = await calendarOf(work, id, { from, most: MOST_SHIFTS })
  const { zone } = await settingsNow(work)
  const away = (await awayBetween(work, { from, to: rows.at(-1)?.ends_at ?? from })).get(id)
  const title = language === 'fr' ? `Mes horaires (${name})` : `My shifts (${name})`
  const events = rows.flatMap((row) => {
    const off = awayIn(away, { starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString() })
    return isCovered(row, off) ? [] : [eventOf(row, { language, zone, off })]
  })
  return writeCalendar({ name: title, language, events })
}

type Off = ReturnType<typeof awayIn>
/** Absences that follow one another without a gap cover what lies under all of them. */
function isCovered({ starts_at, ends_at }: InForceRow, off: Off): boolean {
  const until = off.reduce((to, each) => (Date.parse(each.starts_at) <= to ? Math.max(to, Date.parse(each.ends_at)) : to), starts_at.epochMilliseconds)
  return until >= ends_at.epochMilliseconds
} // prettier-ignore

type Read = { language: 'fr' | 'en'; zone: string; off: Off }
function eventOf(row: InForceRow, read: Read): CalendarEvent {
  return {
    uid: `${row.shift_id}.${row.person_id}@guichet`,
    sequence: row.sequence,
    changed_at: row.published_at,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    summary: read.language === 'fr' ? 'Travail' : 'Work',
    description: described(row, read),
    location: row.site,
  }
}

function described({ starts_at, activities, note }: InForceRow, { language, zone, off }: Read): string {
  const time = (instant: string): string => {
    const written = Temporal.Instant.from(instant)
      .toZonedDateTimeISO(zone)
      .toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
    return language === 'fr' ? asFrenchWrites(written) : written
  }
  const shown = [
    ...off.map((each) => ({ kind: 'absence' as const, name: '', ...each })),
    ...shownActivities({ starts_at: starts_at.toString(), activities }),
  ]
  const lines = shown.map(({ kind, name, starts_at: from, ends_at: to }) =>
    language === 'fr'
      ? `${name || upper(activityNames.fr[kind])} de ${time(from)} à ${time(to)}`
      : `${time(from)}–${time(to)} ${name || upper(activityNames.en[kind])}`,
  )
  return [...lines, ...(note === '' ? [] : [note])].join('\n')
}

const upper = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
