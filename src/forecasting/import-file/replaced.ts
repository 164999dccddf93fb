// What a file takes the place of, told before it does: which intervals of which earlier file, or of the journal, were known.
import type { Work } from '#base/work'
import type { HistoryImport, HistoryImportId } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { readSorted, type Streams } from '../history/read-counts.ts'
import { daysOf, firstOfDay, instantOf, quarterAfter, quarterOf } from '../rules/quarters.ts'
import { importedBetween } from '../store/imported.ts'
import type { Part } from './parts.ts'

type Replaced = HistoryImport['replaced'][number]

export async function replacedBy(work: Work, { of: { stream, from, to }, days }: Part, kinds: Streams): Promise<Replaced[]> {
  const key = streamKey(stream)
  const own = days.flatMap(({ day, quarters }) => quarters.map(([place]) => firstOfDay(day) + (place ?? 0)))
  const span = { from: quarterOf(Temporal.Instant.from(from)), to: quarterAfter(Temporal.Instant.from(to)) }
  const known = (await readSorted(work, span, { keys: [key], kinds })).get(key)?.counts
  if (!known) return []
  const said = new Map<number, HistoryImportId>() // the last of several files
  for (const { import_id, day, quarters } of await importedBetween(work, daysOf(span), [key]))
    for (const [place] of quarters) said.set(firstOfDay(day) + (place ?? 0), import_id)
  const before = own.filter((quarter) => known.arrived[quarter - span.from]! >= 0)
  return [...Map.groupBy(before, (quarter) => said.get(quarter) ?? null)].map(([by_import, same]) => ({ stream, by_import, ...rangeOf(same) }))
} // prettier-ignore

const rangeOf = (quarters: readonly number[]): Pick<Replaced, 'from' | 'to' | 'intervals'> => ({
  from: instantOf(quarters.reduce((a, b) => Math.min(a, b))).toString(),
  to: instantOf(quarters.reduce((a, b) => Math.max(a, b)) + 1).toString(),
  intervals: quarters.length,
})
