// When the queues of a rulebook were open, or would have been, in the period that is rehearsed: from and to in seconds after its first midnight.
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { Hours } from '#calendars/contract'
import type { Rulebook } from '#routing/contract'
import type { Openings } from '../traffic/given.ts'

type Within = { midnight_ms: number; until_ms: number }
type Queue = Rulebook['queues'][number]

const MOST_CALENDARS = 200
const MOST_OPENINGS = 2_000

/** Queues that are always open, or whose calendar is gone, are left out. */
export async function openingsOf(work: Work, rulebook: Rulebook | null, within: Within): Promise<Openings> {
  const queues = (rulebook?.queues ?? []).filter(({ hours }) => hours.kind !== 'always')
  if (queues.length === 0) return {}
  const { items } = await calendars.listCalendars(work, { limit: MOST_CALENDARS })
  return Object.fromEntries(
    queues.flatMap((queue) => {
      const hours = hoursOf(queue, items)
      return hours ? [[queue.key, spans(hours, within)]] : []
    }),
  )
}

function hoursOf({ hours }: Queue, kept: readonly (Hours & { id: string })[]): Hours | undefined {
  if (hours.kind === 'weekly')
    return { zone: hours.zone, weekly: hours.ranges, exceptions: [], holidays: null, good_friday: false }
  return hours.kind === 'calendar' ? kept.find(({ id }) => id === hours.calendar) : undefined
}

function spans(hours: Hours, { midnight_ms, until_ms }: Within): [number, number][] {
  const found: [number, number][] = []
  const seconds = (at: Temporal.Instant): number => (at.epochMilliseconds - midnight_ms) / 1_000
  for (let at = Temporal.Instant.fromEpochMilliseconds(midnight_ms); found.length < MOST_OPENINGS;) {
    const opens = calendars.isOpen(hours, at) ? { at } : calendars.nextOpening(hours, at)
    if (!('at' in opens) || opens.at.epochMilliseconds >= until_ms) break
    const closes = calendars.nextClosing(hours, opens.at)
    const end = 'at' in closes ? closes.at : closes.none_until
    found.push([seconds(opens.at), seconds(end)])
    at = end
  }
  return found
}
