// For the doctor: a house that looks at its past counts it. What waits for long is not being counted, and the forecast learns from less than came.
import type { Work } from '#base/work'
import { longUncounted, uncountedWithoutTimer } from './store/counting.ts'

const LONG_HOURS = 2

export async function brokenCounting(work: Work): Promise<string[]> {
  const { days } = await longUncounted(work, work.now.subtract({ hours: LONG_HOURS }))
  const stuck = await uncountedWithoutTimer(work)
  return [
    ...(days > 0 ? [`forecasting: ${days} days of the past have waited over ${LONG_HOURS} hours to be counted: is the server running?`] : []),
    ...(stuck ? ['forecasting: the past is to be counted and no timer is set: count the past again from the forecast page'] : []),
  ] // prettier-ignore
}
