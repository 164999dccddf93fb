// For rooms above: how much came in a span, kind by kind, quarter of an hour by quarter of an hour, counted as a rehearsal reads it.
import type { Work } from '#base/work'
import type { Span } from './store/contacts.ts'
import { countQuarters, firstArrival } from './store/quarter-hours.ts'
import type { KindFacts } from './traffic/kinds.ts'

// [quarter of an hour from the span's beginning, arrived, answered, gave up, measured, seconds handled of those, seconds waited of those answered or gone]
export type CountedQuarter = readonly [number, number, number, number, number, number | null, number | null]
export type CountedKind = {
  facts: KindFacts
  quarters: readonly CountedQuarter[]
  waits: readonly (readonly [number, number, number])[] // [bin, answered, gave up] of channels where somebody waits; a bin b begins at 2^(b/4) − 1 s
  undecided: number // nobody knows yet what becomes of them
}

export async function countContacts(work: Work, span: Span): Promise<CountedKind[]> {
  const rows = await countQuarters(work, span)
  return rows.map(({ kind, quarters, waits, undecided }) => ({
    facts: factsOf(kind),
    quarters: quarters as unknown as CountedQuarter[], // seven each, as the statement builds them
    waits: waits as unknown as [number, number, number][], // likewise three
    undecided,
  }))
}

function factsOf(kind: string): KindFacts {
  const [channel = '', entry_point, brand, reason, language, priority, degree, flags] = kind.split('\t')
  const known = (text: string | undefined): string | null => (text ? text : null)
  return {
    channel,
    entry_point: known(entry_point),
    brand: known(brand),
    reason: known(reason),
    language: known(language),
    priority: priority || 'normal',
    degree: known(degree),
    flags: known(flags),
  }
}

/** When the first of all contacts came; null: none ever did. */
export const firstContact = async (work: Work): Promise<Temporal.Instant | null> => (await firstArrival(work)).at
