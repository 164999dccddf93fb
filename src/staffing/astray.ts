// For the doctor: targets of queues that are gone, needs reckoned before what they rest on, a reckoning that never ends. Each says what to do.
import * as forecasting from '#forecasting'
import * as routing from '#routing'
import type { Work } from '#base/work'
import { longReckoning, simulatedBefore } from './store/health.ts'
import { lastTargets } from './store/targets.ts'
import { targetsInForce } from './targets/in-force.ts'

const LONG_HOURS = 2

export async function astray(work: Work): Promise<string[]> {
  const { reckonings } = await longReckoning(work, work.now.subtract({ hours: LONG_HOURS }))
  const [gone, stale] = [await targetsWithoutQueue(work), await staleNeeds(work)]
  return [
    ...(reckonings > 0 ? [`staffing: a reckoning was asked for over ${LONG_HOURS} hours ago and has not ended: is the server running? Reckon again from the staffing page`] : []),
    ...(gone.length > 0 ? [`staffing: targets are set for queues that the rules no longer have (${gone.slice(0, MOST_NAMED).join(', ')}${gone.length > MOST_NAMED ? ' …' : ''}): take them out on the page of the targets`] : []),
    ...(stale > 0 ? [`staffing: the need of ${stale} days to come was simulated before the forecast or the targets in force, and nothing reckons it: reckon again from the staffing page`] : []),
  ]
} // prettier-ignore
const MOST_NAMED = 5

async function targetsWithoutQueue(work: Work): Promise<string[]> {
  const book = (await routing.currentRulebook(work))?.document
  if (!book) return []
  const known = new Set(['', ...book.queues.map(({ key }) => key)])
  const { streams, shrinkage } = (await targetsInForce(work)).document
  const said = [...streams.map(({ queue }) => queue), ...shrinkage.flatMap(({ queue }) => queue ?? [])]
  return [...new Set(said)].filter((queue) => !known.has(queue))
}

// What changed within the hour is being reckoned, or will be when somebody looks.
async function staleNeeds(work: Work): Promise<number> {
  const soon = { from: String(work.now), to: String(work.now.add({ hours: 1 })), streams: [] }
  const { published_at } = await forecasting.publishedForecast(work, soon)
  const made_at = (await lastTargets(work))?.made_at
  const changes = [published_at && Temporal.Instant.from(published_at), made_at].filter((at) => at != null)
  const before = changes.toSorted((a, b) => Temporal.Instant.compare(b, a))[0]
  if (!before || Temporal.Instant.compare(before, work.now.subtract({ hours: LONG_HOURS })) > 0) return 0
  return (await simulatedBefore(work, before)).days
}
