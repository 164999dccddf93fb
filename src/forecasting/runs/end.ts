// What becomes of a forecast by hand: stopped, forgotten. And by itself: what nobody compares any more goes.
import { allow } from '#access'
import type { Work } from '#base/work'
import { forecastChanged, runFellOver, type ForecastRun, type ForecastRunId } from '../contract.ts'
import { deleteOldDays } from '../store/publication.ts'
import { deleteLeft } from '../store/imported.ts'
import { deleteOldRuns, endLostRuns, recordCancelled } from '../store/run.ts'
import { needRun, showRun } from './show.ts'

const UNPUBLISHED_DAYS = 30
const COMPARED_DAYS = 100 // the accuracy of thirteen weeks

/** Its thread is asked no further stream. */
export async function cancelRun(work: Work, { id }: { id: ForecastRunId }): Promise<ForecastRun> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  await needRun(work, id)
  if ((await recordCancelled(work, id)) > 0) work.publish(forecastChanged, { id, state: 'cancelled' })
  return await showRun(work, { id })
}

/** For housekeeping. How many rows went. */
export async function forgetOldForecasts(work: Work, most: number): Promise<number> {
  const { code, fr, en } = runFellOver
  await endLostRuns(work, work.now.subtract({ hours: 24 }), { code, fr, en })
  await deleteLeft(work, work.now.subtract({ hours: 24 * UNPUBLISHED_DAYS }))
  const runs = await deleteOldRuns(work, work.now.subtract({ hours: 24 * UNPUBLISHED_DAYS }), Math.min(most, 20))
  const days = await deleteOldDays(work, work.now.subtract({ hours: 24 * COMPARED_DAYS }), most)
  return days < most && runs < 20 ? 0 : most
}
