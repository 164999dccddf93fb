// What the thread is asked about one stream: what came, as a person believes it, and what is known of the days.
import * as calendars from '#calendars'
import type { Calendar } from '#calendars/contract'
import type { Work } from '#base/work'
import { streamKey, type Stream } from '../contract/streams.ts'
import type { AskInput } from '../contract/ask.ts'
import { isWaitedFor } from '../history/hours.ts'
import { readSorted, streamsOfKinds, type Streams } from '../history/read-counts.ts'
import { sorterOf, type Sorter } from '../history/streams-of.ts'
import type { Counts } from '../rules/counts.ts'
import { daysOf, instantOf, quarterAfter, quarterOf, QUARTERS_A_DAY, type Span } from '../rules/quarters.ts'
import { waitsOf, type Wait } from '../rules/waits.ts'
import { listAnnouncements, type AnnouncementRow } from '../store/announcement.ts'
import { waitsBetween } from '../store/counted.ts'
import { decidedOutliers } from '../store/outlier.ts'
import type { RunRow } from '../store/run.ts'

type Decided = Awaited<ReturnType<typeof decidedOutliers>>[number]
export type Known = { sorter: Sorter; kinds: Streams; calendars: Calendar[]; events: AnnouncementRow[]; decided: Decided[] }

const MOST_CALENDARS = 200
const MOST_EVENTS = 2_000
const MOST_DECIDED = 5_000
const PATIENCE_DAYS = 92

/** What is the same for all streams of a run. */
export async function knownOf(work: Work): Promise<Known> {
  const sorter = await sorterOf(work)
  return {
    sorter,
    kinds: await streamsOfKinds(work, sorter),
    calendars: (await calendars.listCalendars(work, { limit: MOST_CALENDARS })).items,
    events: await listAnnouncements(work, { cursor: undefined, most: MOST_EVENTS, from: undefined, to: undefined }),
    decided: await decidedOutliers(work, MOST_DECIDED),
  }
}

/** null: nothing is known of it within the weeks it learns from. */
export async function askOf(
  work: Work,
  run: RunRow,
  { stream, known }: { stream: Stream; known: Known },
): Promise<AskInput | null> {
  const to = quarterOf(run.from_at)
  const span = { from: to - run.weeks * 7 * QUARTERS_A_DAY, to }
  const key = streamKey(stream)
  const counts = (await readSorted(work, span, { keys: [key], kinds: known.kinds })).get(key)?.counts
  if (!counts || !counts.arrived.some((value) => value >= 0)) return null
  const own = known.decided.filter(({ queue, channel }) => queue === stream.queue && channel === stream.channel)
  replace(counts, own)
  const first = counts.arrived.findIndex((value) => value >= 0)
  return {
    interval_min: 15,
    zone: run.zone,
    series: [
      {
        name: key,
        from: instantOf(span.from + first).toString(),
        values: values(counts.arrived.subarray(first)),
        handling_s: values(handling(counts).subarray(first)),
        ...(isWaitedFor(stream) ? { waits: await waits(work, stream, { known, to }) } : {}),
      },
    ],
    holidays: holidaysOf(stream, known, { from: span.from + first, to: quarterAfter(run.to_at) }),
    events: known.events.filter(({ streams }) => streams.length === 0 || streams.some((each) => streamKey(each) === key)).map(eventOf),
    set_aside: own.filter(({ decision }) => decision === 'set_aside').map(({ from_at, to_at, reason }) => ({ from: String(from_at), to: String(to_at), why: reason })),
    horizon: { from: run.from_at.toZonedDateTimeISO(run.zone).toPlainDate().toString(), days: daysAhead(run) },
    weeks: run.weeks,
  } // prettier-ignore
}

const daysAhead = ({ from_at, to_at, zone }: RunRow): number =>
  Math.max(1, from_at.toZonedDateTimeISO(zone).until(to_at.toZonedDateTimeISO(zone), { largestUnit: 'day' }).days)

const values = (column: Float64Array): (number | null)[] => Array.from(column, (value) => (Number.isFinite(value) ? value : null))
const handling = ({ handled_s, measured }: Counts): Float64Array =>
  handled_s.map((seconds, i) => (measured[i]! > 0 ? seconds / measured[i]! : NaN))

// Where a person says how many should have come, the stretch keeps its shape and holds so many.
function replace(counts: Counts, decided: readonly Decided[]): void {
  for (const { decision, value, from_at, to_at } of decided) {
    if (decision !== 'replaced' || value === null) continue
    const places = placesOf(counts, { from: quarterOf(from_at), to: quarterAfter(to_at) })
    const total = places.reduce((sum, i) => sum + counts.arrived[i]!, 0)
    for (const i of places) counts.arrived[i] = total > 0 ? (counts.arrived[i]! * value) / total : value / places.length
  }
}

function placesOf({ from, arrived }: Counts, span: Span): number[] {
  const [first, last] = [Math.max(0, span.from - from), Math.min(arrived.length, span.to - from)]
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter((i) => arrived[i]! >= 0)
}

async function waits(work: Work, stream: Stream, { known, to }: { known: Known; to: number }): Promise<Wait[]> {
  const kinds = [...known.kinds].flatMap(([kind, own]) => (streamKey(own.stream) === streamKey(stream) ? [kind] : []))
  const rows = await waitsBetween(work, daysOf({ from: to - PATIENCE_DAYS * QUARTERS_A_DAY, to }), kinds)
  return waitsOf(rows.map((row) => row.waits))
}

const eventOf = ({ name, kind, from_at, to_at, percent }: AnnouncementRow) => ({
  name: kind === 'other' ? name : kind, // what one campaign did teaches what the next will do
  from: String(from_at),
  to: String(to_at),
  ...(percent === null ? {} : { effect: 1 + percent / 100 }),
})

// The queue's own calendar says on which days nobody can come; without one, the first calendar of the house says which days are not like others.
function holidaysOf(
  { queue, channel }: Stream,
  { sorter, calendars: kept }: Known,
  span: Span,
): NonNullable<AskInput['holidays']> {
  const hours = sorter.queues.find(({ key }) => key === queue)?.hours
  const own = hours?.kind === 'calendar' ? kept.find(({ id }) => id === hours.calendar) : undefined
  const calendar = own ?? kept[0]
  if (!calendar) return []
  const closed = own !== undefined && isWaitedFor({ queue, channel })
  const days = new Map<string, { date: string; name: string; closed: boolean }>()
  const [first, last] = [instantOf(span.from), instantOf(span.to)].map((at) => at.toZonedDateTimeISO(calendar.zone).toPlainDate())
  for (let year = first!.year; calendar.holidays && year <= last!.year; year++)
    for (const { day, fr } of calendars.holidaysOf(calendar.holidays, year)) days.set(day, { date: day, name: fr, closed })
  for (const { day, name, ranges } of calendar.exceptions)
    if (ranges.length === 0) days.set(day, { date: day, name: name || 'fermeture', closed })
    else days.delete(day)
  return [...days.values()]
    .filter(({ date }) => date >= String(first) && date <= String(last))
    .toSorted((a, b) => a.date.localeCompare(b.date))
}
