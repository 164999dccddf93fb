// What becomes of a rehearsal by hand: stopped, kept, forgotten.
import { allow, audit } from '#access'
import { refuse, type Work } from '#base/work'
import { fellOver, keptEnough, runChanged, type Run, type RunId } from '../contract.ts'
import { countRuns, deleteOldRuns, deleteRun, endLostRuns, recordCancelled, recordKept } from '../store/run.ts'
import { deleteSlices } from '../store/slice.ts'
import { KEPT_DAYS, needRun, showRun } from './show.ts'

const MOST_KEPT = 100

/** Its thread notices within a second, whichever server it is on. */
export async function cancelRun(work: Work, { id }: { id: RunId }): Promise<Run> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  await needRun(work, id)
  if ((await recordCancelled(work, id)) > 0) {
    await deleteSlices(work, id)
    work.publish(runChanged, { id, state: 'cancelled' })
  }
  return await showRun(work, { id })
}

export async function keepRun(work: Work, { id, kept }: { id: RunId; kept: boolean }): Promise<Run> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const run = await needRun(work, id)
  if (kept && !run.kept_at && (await countRuns(work)).kept >= MOST_KEPT) throw refuse(keptEnough, { most: MOST_KEPT })
  await recordKept(work, id, kept && work.actor.kind === 'person' ? work.actor.id : null)
  work.publish(runChanged, { id, state: run.ended_as ?? 'asked' })
  return await showRun(work, { id })
}

export async function forgetRun(work: Work, { id }: { id: RunId }): Promise<object> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  await needRun(work, id)
  await deleteRun(work, id)
  await audit(work, 'rehearsal.forgotten', { about: id })
  work.publish(runChanged, { id, state: 'cancelled' })
  return {}
}

/** For housekeeping: those nobody kept go a month after they ended; what nobody is at any more has failed. How many went. */
export async function forgetOldRuns(work: Work, most: number): Promise<number> {
  const { code, fr, en } = fellOver
  await endLostRuns(work, work.now.subtract({ hours: 24 }), { code, fr, en })
  return await deleteOldRuns(work, work.now.subtract({ hours: 24 * KEPT_DAYS }), most)
}
