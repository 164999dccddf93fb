// What came in a span, stream by stream: what was counted of the journal, and what files say in its place.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import { streamKey, type Stream } from '../contract/streams.ts'
import { addQuarters, knownEmpty, noCounts, replaceQuarters, type Counts } from '../rules/counts.ts'
import { daysOf, firstOfDay, quarterOf, QUARTERS_A_DAY, type Span } from '../rules/quarters.ts'
import { countedBetween, kindSpans, kindsKnown } from '../store/counted.ts'
import { daysKnown } from '../store/counting.ts'
import { importedBetween } from '../store/imported.ts'
import { sorterOf, type Sorter } from './streams-of.ts'

export type Read = Map<string, { stream: Stream; counts: Counts }>
const DAYS_AT_ONCE = 56 // of many kinds some megabytes

/** @param keys of the streams wanted; null: all there are */
export const readCounts = async (work: Work, span: Span, keys: readonly string[] | null): Promise<Read> =>
  await readSorted(work, span, { keys, kinds: await streamsOfKinds(work, await sorterOf(work)) })

/** For whoever asks of hundreds of streams one after the other: to which of them kinds of contact belong was found before. */
export async function readSorted(
  work: Work,
  span: Span,
  { keys, kinds: streams }: { keys: readonly string[] | null; kinds: Streams },
): Promise<Read> {
  const found: Read = new Map()
  const wanted = keys && new Set(keys)
  const countsOf = (stream: Stream): Counts | undefined => {
    const key = streamKey(stream)
    if (wanted && !wanted.has(key)) return undefined
    const known = found.get(key) ?? { stream, counts: noCounts(span) }
    found.set(key, known)
    return known.counts
  }
  const kinds = wanted && [...streams].flatMap(([kind, { stream }]) => (wanted.has(streamKey(stream)) ? [kind] : []))
  await openDays(work, span, { streams, countsOf })
  const wayGiven = givingWay()
  for (let from = span.from; from < span.to; from += DAYS_AT_ONCE * QUARTERS_A_DAY) {
    const days = daysOf({ from, to: Math.min(span.to, from + DAYS_AT_ONCE * QUARTERS_A_DAY) })
    for (const { day, kind, quarters } of await countedBetween(work, days, kinds)) {
      const own = streams.get(kind)
      const counts = own && countsOf(own.stream)
      if (counts) addQuarters(counts, day, quarters)
      await wayGiven()
    }
    for (const { queue, channel, day, quarters } of await importedBetween(work, days, keys)) {
      const counts = countsOf({ queue, channel })
      if (counts) replaceQuarters(counts, day, quarters)
      await wayGiven()
    }
  }
  return found
}

type OfKind = { stream: Stream; first: string }
export type Streams = ReadonlyMap<string, OfKind>

export async function streamsOfKinds(work: Work, sorter: Sorter): Promise<Streams> {
  const firsts = new Map((await kindSpans(work)).map(({ kind, first }) => [kind, first]))
  return new Map(
    (await kindsKnown(work)).flatMap(({ id, facts }) => {
      const first = firsts.get(id)
      return first === undefined ? [] : [[id, { stream: sorter.streamOf(facts), first }]]
    }),
  )
}

// From the first day anything of it came, a stream is known on every day that was counted; before that it may not have been there at all. Of a day
// that goes on it is known until it was counted.
async function openDays(
  work: Work,
  span: Span,
  { streams, countsOf }: { streams: Streams; countsOf: (stream: Stream) => Counts | undefined },
): Promise<void> {
  const days = await daysKnown(work, daysOf(span))
  const since = new Map<string, OfKind>()
  for (const own of streams.values()) {
    const before = since.get(streamKey(own.stream))
    if (!before || own.first < before.first) since.set(streamKey(own.stream), own)
  }
  for (const { stream, first } of since.values()) {
    const counts = countsOf(stream)
    if (!counts) continue
    for (const { day, counted_at } of days) {
      if (day < first) continue
      const start = firstOfDay(day)
      knownEmpty(counts, { from: start, to: Math.min(start + QUARTERS_A_DAY, quarterOf(counted_at)) })
    }
  }
}
