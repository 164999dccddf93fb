// Which streams there are, and what is known of each. Looking is what makes a house count its past.
import { allow, can } from '#access'
import type { Work } from '#base/work'
import { streamKey, type KnownStream, type Overview, type Stream } from '../contract.ts'
import { MOST_STREAMS } from '../contract/streams.ts'
import { firstOfDay, instantOf, QUARTERS_A_DAY, quarterOf } from '../rules/quarters.ts'
import { kindSpans, kindsKnown } from '../store/counted.ts'
import { countDays } from '../store/counting.ts'
import { importedSpans } from '../store/imported.ts'
import { undecidedByStream } from '../store/outlier.ts'
import { forecastEnds, latestPublication } from '../store/publication.ts'
import { holidaysAround } from './holidays-around.ts'
import { zoneOf } from './nightly-timer.ts'
import { latelyOf } from './lately.ts'
import { sorterOf, type Sorter } from './streams-of.ts'
import { recountAll, wake } from './wake.ts'
import { ofSeen } from '../whose.ts'

export const DAYS_NEEDED = 14

export async function overview(work: Work): Promise<Overview> {
  allow(work, 'workforce.read')
  const counting = await wake(work)
  const { dirty, all_days } = await countDays(work)
  const all = await ofSeen(work, await knownStreams(work, await sorterOf(work)))
  return {
    streams: all.slice(0, MOST_STREAMS),
    left_out: Math.max(0, all.length - MOST_STREAMS),
    zone: await zoneOf(work),
    counted_at: counting.counted_at?.toString() ?? null,
    counting: dirty === 0 ? null : 1 - dirty / Math.max(1, all_days),
    days_needed: DAYS_NEEDED,
    published_at: (await latestPublication(work))?.published_at.toString() ?? null,
    holidays: await holidaysAround(work),
    may_manage: can(work.actor, 'workforce.manage', { team: null, brand: null }),
  }
}

export async function recount(work: Work): Promise<Overview> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  await recountAll(work, await wake(work))
  return await overview(work)
}

type Known = { stream: Stream; first: string; last: string }

/** Every stream anything is known of, busiest first. */
export async function knownStreams(work: Work, sorter: Sorter): Promise<KnownStream[]> {
  const known = await spansOf(work, sorter)
  const [now, lately] = [quarterOf(work.now), await latelyOf(work, known)]
  const [ends, undecided] = [await forecastEnds(work), await undecidedByStream(work)]
  const streams = [...known].map(([key, { stream, first, last }]): KnownStream => {
    const days = firstOfDay(last) / QUARTERS_A_DAY - firstOfDay(first) / QUARTERS_A_DAY + 1
    return {
      stream,
      key,
      label: sorter.labelOf(stream.queue),
      first: instantOf(firstOfDay(first)).toString(),
      last: instantOf(Math.min(now, firstOfDay(last) + QUARTERS_A_DAY)).toString(),
      days,
      arrived: Math.round(lately.get(key)?.arrived ?? 0),
      per_week: Math.round(lately.get(key)?.per_week ?? 0),
      forecast_until: ends.get(key)?.toString() ?? null,
      undecided_outliers: undecided.get(key) ?? 0,
    }
  })
  return streams.sort((a, b) => b.per_week - a.per_week || b.days - a.days || a.key.localeCompare(b.key))
}

async function spansOf(work: Work, sorter: Sorter): Promise<Map<string, Known>> {
  const spans = new Map((await kindSpans(work)).map(({ kind, first, last }) => [kind, { first, last }]))
  const known = new Map<string, Known>()
  const take = (stream: Stream, { first, last }: { first: string; last: string }): void => {
    const before = known.get(streamKey(stream))
    if (!before) return void known.set(streamKey(stream), { stream, first, last })
    if (first < before.first) before.first = first
    if (last > before.last) before.last = last
  }
  for (const { id, facts } of await kindsKnown(work)) {
    const span = spans.get(id)
    if (span) take(sorter.streamOf(facts), span)
  }
  for (const { queue, channel, first, last } of await importedSpans(work)) take({ queue, channel }, { first, last })
  return known
}
