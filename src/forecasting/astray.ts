// For the doctor: what was asked and never came, what will not come by itself, what people adjusted for queues that are gone. Each says what to do.
import type { Work } from '#base/work'
import { sorterOf } from './history/streams-of.ts'
import { settingsOf } from './settings/settings.ts'
import { adjustedQueues, longRunning, nightlyWithoutTimer } from './store/health.ts'

const LONG_HOURS = 3

export async function astray(work: Work): Promise<string[]> {
  const { runs } = await longRunning(work, work.now.subtract({ hours: LONG_HOURS }))
  const { nightly } = await settingsOf(work)
  const asleep = nightly && (await nightlyWithoutTimer(work))
  const gone = await adjustedWithoutQueue(work)
  return [
    ...(runs > 0 ? [`forecasting: ${runs} forecasts were asked for over ${LONG_HOURS} hours ago and have not ended: is the server running? Stop them on the forecast page and forecast again`] : []),
    ...(asleep ? ['forecasting: the house forecasts every night and no timer is set: save the settings of the forecast page again'] : []),
    ...(gone.length > 0 ? [`forecasting: what is to come was adjusted for queues that the rules no longer have (${some(gone)}): undo it, or adjust the queue that took their place`] : []),
  ]
} // prettier-ignore

async function adjustedWithoutQueue(work: Work): Promise<string[]> {
  const { queues } = await sorterOf(work)
  const known = new Set(['', ...queues.map(({ key }) => key)])
  return (await adjustedQueues(work)).map(({ queue }) => queue).filter((queue) => !known.has(queue))
}

const MOST_NAMED = 5
const some = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '')
