// For rooms above: how far the forecast in force reaches; null: nothing is forecast. Nobody's permission is asked.
import type { Work } from '#base/work'
import { forecastEnds } from '../store/publication.ts'

export async function forecastUntil(work: Work): Promise<Temporal.Instant | null> {
  const ends = [...(await forecastEnds(work)).values()].toSorted((a, b) => Temporal.Instant.compare(b, a))
  return ends[0] ?? null
}
