// For rooms above: the past is counted, a forecast made of it, and published once it is done.
import type { Work } from '#base/work'
import type { ForecastRunId } from '../contract.ts'
import { wake } from '../history/wake.ts'
import { beginRun } from './start.ts'

export async function forecastSoon(work: Work): Promise<ForecastRunId> {
  await wake(work)
  return await beginRun(work, {}, true)
}
