// What everybody did today. Marks are only ever added, so what was read is kept and only what is new is read again: the state in memory holds nothing that
// cannot be read again.
import type { Work } from '#base/work'
import { segmentsOf, type Mark, type Segment } from '../engine/index.ts'
import { marksAfter, standingAt, type MarkRow } from '../store/mark.ts'
import type { Today } from '../day/today.ts'

type Kept = { from: string; nth: number; marks: Map<string, Mark[]> }
const MOST_HOUSES = 50
const kept = new Map<string, Kept>() // by tenant
/** Work taken so long before midnight may still be in hand after it; who has not been heard of for longer is not there. */
const BEFORE_HOURS = 18
const STANDING_DAYS = 7

export type Done = ReadonlyMap<string, Segment[]>

/** Segments up to now, by person: they tile the day from midnight. People nothing is known of are left out. */
export async function doneToday(work: Work, { from }: Pick<Today, 'from'>): Promise<Done> {
  const { marks } = await marksToday(work, from)
  const span = { from: from.epochMilliseconds, to: Math.max(from.epochMilliseconds, work.now.epochMilliseconds) + 1 } // this very millisecond is the last
  return new Map([...marks].map(([person, all]) => [person, segmentsOf(all, span)]))
}

async function marksToday(work: Work, from: Temporal.Instant): Promise<Kept> {
  const known = kept.get(work.tenant)
  const of: Kept = known?.from === String(from) ? known : { from: String(from), nth: 0, marks: new Map() }
  const since = from.subtract({ hours: BEFORE_HOURS })
  const first = of.nth === 0 ? await standingAt(work, { at: since, since: since.subtract({ hours: 24 * STANDING_DAYS }) }) : []
  const fresh = await marksAfter(work, { nth: of.nth, from: since })
  const marks = new Map(of.marks)
  for (const row of [...first, ...fresh]) marks.set(row.person_id, [...(marks.get(row.person_id) ?? []), markOf(row)])
  const next = { from: of.from, nth: Math.max(of.nth, ...fresh.map(({ nth }) => nth)), marks }
  kept.delete(work.tenant)
  kept.set(work.tenant, next)
  if (kept.size > MOST_HOUSES) kept.delete(kept.keys().next().value!)
  return next
}

/** The lines of a row, as the engine reads them; the table's checks say that a word is one of its line. */
export function markOf({ at, seq, line, word, item_id, instant }: MarkRow): Mark {
  const when = { at: at.epochMilliseconds, seq }
  if (line === 'work') return { ...when, of: 'work', item: item_id ?? '', begins: word === 'begins', instant: instant ?? false }
  return { ...when, of: line, is: word } as Mark
}
