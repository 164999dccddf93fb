// The clock of a hand-over is one row, the hand-over's own id: due when whoever was asked is to be reminded, and then when it goes up. It
// decides under the hand-over's lock from what it finds: early, late or twice, it speaks once.
import { cancelJob, jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import type { BatonId } from './contract.ts'
import { escalate } from './escalate.ts'
import { remind } from './remind.ts'
import { lockBaton } from './store/baton.ts'

export const batonClock = jobKind<{ baton: BatonId }>('handovers.baton_clock')

export const startClock = (work: Work, baton: BatonId, at: Temporal.Instant): Promise<string> =>
  later(work, batonClock, { payload: { baton }, id: baton, at })
export const stopClock = (work: Work, baton: BatonId): Promise<number> => cancelJob(work, baton)

export const clock = worker(batonClock, (job) => job.work((work) => look(work, job)))

async function look(work: Work, job: Job<{ baton: BatonId }>): Promise<void> {
  const baton = await lockBaton(work, job.payload.baton)
  if (!baton || baton.ended_at || baton.escalated_at) return await job.finish(work)
  if (isPast(work, baton.answer_by)) {
    await escalate(work, baton)
    return await job.finish(work)
  }
  const soon = baton.reminded_at ? null : baton.remind_at
  if (soon && isPast(work, soon)) await remind(work, baton)
  await job.again(work, soon && !isPast(work, soon) ? soon : baton.answer_by, 'not due yet')
}

const isPast = (work: Work, moment: Temporal.Instant): boolean => Temporal.Instant.compare(work.now, moment) >= 0
