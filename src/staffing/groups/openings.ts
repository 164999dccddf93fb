// When the queues of the rules are open, between two moments. A queue without hours, or whose calendar is gone, is always open.
import * as calendars from '#calendars'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { Hours } from '#calendars/contract'
import type { Queue } from '#routing/contract'
import type { Opening } from '../rules/open-intervals.ts'

const MOST_CALENDARS = 200
const MOST_OPENINGS = 2_000
type Span = { from: Temporal.Instant; to: Temporal.Instant }

/** null: always. */
export async function openingsOf(work: Work, { hours }: Pick<Queue, 'hours'>, span: Span): Promise<Opening[] | null> {
  const kept = await hoursOf(work, hours)
  return kept && openings(kept, span)
}

// Where the house keeps no hours: nobody is asked to answer letters by night because a queue never closes.
const office = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 8 * 60, closes_minute: 18 * 60 }))

/** When people are at work for what can wait, where no queue says it: the hours of the house, else those of offices. */
export async function houseOpenings(work: Work, zone: string, span: Span): Promise<Opening[]> {
  const [first] = await kept(work)
  return openings(first ?? { zone, weekly: office, exceptions: [], holidays: null, good_friday: false }, span)
}

async function hoursOf(work: Work, hours: Queue['hours']): Promise<Hours | null> {
  if (hours.kind === 'always') return null
  if (hours.kind === 'weekly')
    return { zone: hours.zone, weekly: hours.ranges, exceptions: [], holidays: null, good_friday: false }
  return (await kept(work)).find(({ id }) => id === hours.calendar) ?? null
}

const kept = (work: Work) =>
  once(work, 'staffing.calendars', async () => (await calendars.listCalendars(work, { limit: MOST_CALENDARS })).items)

function openings(hours: Hours, { from, to }: Span): Opening[] {
  const found: Opening[] = []
  for (let at = from; found.length < MOST_OPENINGS;) {
    const opens = calendars.isOpen(hours, at) ? { at } : calendars.nextOpening(hours, at)
    if (!('at' in opens) || Temporal.Instant.compare(opens.at, to) >= 0) break
    const closes = calendars.nextClosing(hours, opens.at)
    const end = 'at' in closes ? closes.at : closes.none_until
    found.push({ from_ms: opens.at.epochMilliseconds, to_ms: end.epochMilliseconds })
    at = end
  }
  return found
}
