// The journal of a period becomes slices, a day at a time: each is one statement, and a server that is killed goes on with the next.
import type { Job } from '#base/jobs'
import type { RunId } from '../contract.ts'
import { FINISH_S } from '../traffic/scenario-of.ts'
import { readContacts, readPresence, type Span } from '../store/contacts.ts'
import type { RunRow } from '../store/run.ts'
import { slicesRead } from '../store/slice.ts'

export const MOST_CONTACTS = 500_000
const PRESENCE_BEFORE_HOURS = 7 * 24 // whoever was there as the period began has said so within a week

type Period = { from: Temporal.Instant; to: Temporal.Instant }

/** Places of slices: 0 is presence, then a day each. Told after each how many there are to read; false stops it. */
export async function readPeriod(
  job: Job<unknown>,
  run: RunRow,
  told: (done: number, of: number) => Promise<boolean>,
): Promise<boolean> {
  const { traffic } = run.asked
  if (traffic.kind !== 'period') return true
  const period = { from: Temporal.Instant.from(traffic.from), to: Temporal.Instant.from(traffic.to) }
  const spans = daysOf(period)
  let { slices, contacts } = await job.work((work) => slicesRead(work, run.id))
  for (let place = slices; place <= spans.length; place++) {
    const span = spans[place - 1]
    if (!span) await job.work((work) => readPresence(work, { run: run.id, place, ...presenceSpan(period, run.asked_at) }))
    else {
      const reading = {
        run: run.id,
        place,
        span: { ...span, until: run.asked_at },
        entry_points: traffic.entry_points,
        channels: traffic.channels,
      }
      const { lines_count } = await job.work((work) => readContacts(work, { ...reading, most: MOST_CONTACTS - contacts }))
      contacts += lines_count
    }
    if (!(await told(place + 1, spans.length + 1))) return false
  }
  return true
}

const presenceSpan = ({ from, to }: Period, asked_at: Temporal.Instant): Period => {
  const end = to.add({ seconds: FINISH_S })
  return {
    from: from.subtract({ hours: PRESENCE_BEFORE_HOURS }),
    to: Temporal.Instant.compare(end, asked_at) < 0 ? end : asked_at,
  }
}

export function daysOf({ from, to }: Period): Omit<Span, 'until'>[] {
  const days: Omit<Span, 'until'>[] = []
  for (let at = from; Temporal.Instant.compare(at, to) < 0;) {
    const next = at.add({ hours: 24 })
    const end = Temporal.Instant.compare(next, to) < 0 ? next : to
    days.push({ from: at, to: end })
    at = end
  }
  return days
}

export const slicesOf = (run: RunRow): { run: RunId; places: number } => {
  const { traffic } = run.asked
  if (traffic.kind !== 'period') return { run: run.id, places: 0 }
  return {
    run: run.id,
    places: daysOf({ from: Temporal.Instant.from(traffic.from), to: Temporal.Instant.from(traffic.to) }).length + 1,
  }
}
