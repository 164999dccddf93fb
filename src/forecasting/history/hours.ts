// When people can come to a stream: the hours of its queue. Who writes may write at any hour; whoever waits cannot come while it is closed.
import * as calendars from '#calendars'
import type { Calendar, Hours } from '#calendars/contract'
import { isInstant, workChannels, type Queue } from '#routing/contract'
import type { Stream } from '../contract/streams.ts'
import { instantOf, quarterAfter, type Span } from '../rules/quarters.ts'

export const isWaitedFor = ({ channel }: Stream): boolean => {
  const known = workChannels.find((each) => each === channel)
  return known !== undefined && isInstant(known)
}

type Kept = { queues: readonly Pick<Queue, 'key' | 'hours'>[]; calendars: readonly Calendar[] }

/** null: at any hour. */
export function hoursOf(stream: Stream, { queues, calendars: kept }: Kept): Hours | null {
  const hours = queues.find(({ key }) => key === stream.queue)?.hours
  if (!hours || hours.kind === 'always' || !isWaitedFor(stream)) return null
  if (hours.kind === 'calendar') return kept.find(({ id }) => id === hours.calendar) ?? null
  return { zone: hours.zone, weekly: hours.ranges, exceptions: [], holidays: null, good_friday: false }
}

const MOST_OPENINGS = 5_000

/** Quarters of an hour in which it is closed from the first minute to the last, in stretches. */
export function closedIn(hours: Hours, span: Span): Span[] {
  const closed: Span[] = []
  let at = span.from
  for (let looked = 0; at < span.to && looked < MOST_OPENINGS; looked++) {
    const now = instantOf(at)
    const opens = calendars.isOpen(hours, now) ? { at: now } : calendars.nextOpening(hours, now)
    const first = 'at' in opens ? Math.min(span.to, Math.floor(opens.at.epochMilliseconds / 900_000)) : span.to
    if (first > at) closed.push({ from: at, to: first })
    if (!('at' in opens) || first >= span.to) break
    const closes = calendars.nextClosing(hours, opens.at)
    at = 'at' in closes ? quarterAfter(closes.at) : span.to
  }
  return closed
}
