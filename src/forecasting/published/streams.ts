// For rooms above: which streams are forecast in a span, without their figures. Nobody's permission is asked.
import type { Work } from '#base/work'
import type { Stream } from '../contract.ts'
import { streamKey } from '../contract/streams.ts'
import { inForce } from '../rules/in-force.ts'
import { quarterAfter, quarterOf } from '../rules/quarters.ts'
import { publicationsOver, standing } from '../store/publication.ts'

const MOST_PUBLICATIONS = 400

export async function streamsForecast(
  work: Work,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Stream[]> {
  const publications = await publicationsOver(work, { from, to, known_at: work.now, most: MOST_PUBLICATIONS })
  const spans = publications.map((row) => ({ row, from: quarterOf(row.from_at), to: quarterOf(row.to_at) }))
  const stretches = inForce(spans, { from: quarterOf(from), to: quarterAfter(to) })
  const found = new Map<string, Stream>()
  for (const run of new Set(stretches.map(({ of }) => of.row.run_id)))
    for (const { queue, channel } of await standing(work, run)) found.set(streamKey({ queue, channel }), { queue, channel })
  return [...found.values()]
}
