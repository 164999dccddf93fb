// Every night: what became of what was open is looked at again, and, where somebody has published once, tomorrow is forecast anew.
import { setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { beginRun } from '../runs/start.ts'
import { settingsOf } from '../settings/settings.ts'
import { countWaiting } from '../store/run.ts'
import { holdCounting, markDays, markUndecided } from '../store/counting.ts'
import { latestPublication } from '../store/publication.ts'
import { countTimer, nightlyTimer } from './jobs.ts'
import { setNightly } from './nightly-timer.ts'

const UNDECIDED_DAYS = 35 // who has not been answered in five weeks changes no forecast

export const nightly = worker(nightlyTimer, (job) => job.work((work) => night(work, job)))

async function night(work: Work, job: Job<object>): Promise<void> {
  const counting = await holdCounting(work)
  if (!counting) return await job.finish(work)
  await markUndecided(work, work.now.subtract({ hours: 24 * UNDECIDED_DAYS }))
  await markDays(work, [0, 1].map((back) => work.now.subtract({ hours: 24 * back }).toString().slice(0, 10))) // prettier-ignore
  await setTimers(work, countTimer, [{ id: counting.timer, payload: {}, at: work.now }])
  const settings = await settingsOf(work)
  const isUsed = (await latestPublication(work)) !== undefined
  if (settings.nightly && isUsed && (await countWaiting(work)).n === 0) await beginRun(work, {}, settings.publishes)
  await job.again(work, work.now.add({ hours: 24 }), 'the next night')
  await setNightly(work, job.id) // and its tries begin anew
}
