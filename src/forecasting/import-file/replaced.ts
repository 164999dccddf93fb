// What a file takes the place of, told before it does: which intervals of which earlier file, or of the journal, were known.
import type { Work } from '#base/work'
import type { HistoryImport, HistoryImportId } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { readCounts } from '../history/read-counts.ts'
import { daysOf, firstOfDay, instantOf, quarterAfter, quarterOf } from '../rules/quarters.ts'
import { importedBetween } from '../store/imported.ts'
import type { ReadFile } from './read-counts.ts'

type Replaced = HistoryImport['replaced'][number]

export async function replacedBy(work: Work, { streams, days }: Pick<ReadFile, 'streams' | 'days'>): Promise<Replaced[]> {
  const all: Replaced[] = []
  const daysOfStream = Map.groupBy(days, streamKey)
  for (const { stream, from, to } of streams) {
    const key = streamKey(stream)
    const own = new Set(
      (daysOfStream.get(key) ?? []).flatMap(({ day, quarters }) => quarters.map(([place]) => firstOfDay(day) + (place ?? 0))),
    )
    const span = { from: quarterOf(Temporal.Instant.from(from)), to: quarterAfter(Temporal.Instant.from(to)) }
    const known = (await readCounts(work, span, [key])).get(key)?.counts
    if (!known) continue
    const said = new Map<number, HistoryImportId>() // the last of several files
    for (const { import_id, day, quarters } of await importedBetween(work, daysOf(span), [key]))
      for (const [place] of quarters) said.set(firstOfDay(day) + (place ?? 0), import_id)
    const before = [...own].filter((quarter) => known.arrived[quarter - span.from]! >= 0)
    for (const [by_import, same] of Map.groupBy(before, (quarter) => said.get(quarter) ?? null))
      all.push({ stream, by_import, ...rangeOf(same) })
  }
  return all
}

const rangeOf = (quarters: readonly number[]): Pick<Replaced, 'from' | 'to' | 'intervals'> => ({
  from: instantOf(quarters.reduce((a, b) => Math.min(a, b))).toString(),
  to: instantOf(quarters.reduce((a, b) => Math.max(a, b)) + 1).toString(),
  intervals: quarters.length,
})
