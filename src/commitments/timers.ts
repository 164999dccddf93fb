// The clock of a promise: one row, the promise's own id, that is due when its owner is to be reminded and then when the promise is. What the
// clock does it decides from the promise as it finds it, under the same lock as whoever keeps or moves it: a stopped server, a second
// server or a clock that jumps can make it look at a promise too early, too late or twice, and it will still speak once.
import { cancelJob, jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { promiseBroken, promiseDueSoon, type PromiseId } from './contract.ts'
import { isOwed } from './rules/state-of.ts'
import { lockPromise, recordBroken, recordReminded, type PromiseRow } from './store/promise.ts'

export const promiseClock = jobKind<{ promise: PromiseId }>('commitments.promise_clock')

export const startTimer = (work: Work, promise: PromiseId, at: Temporal.Instant): Promise<string> =>
  later(work, promiseClock, { payload: { promise }, id: promise, at })
export const stopTimer = (work: Work, promise: PromiseId): Promise<number> => cancelJob(work, promise)

export const workers = [worker(promiseClock, (job) => job.work((work) => look(work, job)))]

async function look(work: Work, job: Job<{ promise: PromiseId }>): Promise<void> {
  const promise = await lockPromise(work, job.payload.promise)
  if (!promise || !isOwed(promise) || isDue(work, promise)) {
    const over = promise && isOwed(promise) ? breakIfDue(work, promise) : false
    await Promise.all([over, job.finish(work)]) // sent together: of a thousand that fall due at once each waits less
    return
  }
  await job.again(work, await remindIfDue(work, promise), 'not due yet')
}

/** The promise must be locked. Whether its moment has gone by. */
export async function breakIfDue(work: Work, promise: PromiseRow): Promise<boolean> {
  if (promise.broken_at) return true
  if (!isDue(work, promise)) return false
  if ((await recordBroken(work, promise.id)) > 0) work.publish(promiseBroken, about(promise), { case_id: promise.case_id })
  return true
}

const isDue = (work: Work, { due_at }: PromiseRow): boolean => Temporal.Instant.compare(work.now, due_at) >= 0

async function remindIfDue(work: Work, promise: PromiseRow): Promise<Temporal.Instant> {
  if (promise.reminded_at || !promise.due_soon_at) return promise.due_at
  if (Temporal.Instant.compare(work.now, promise.due_soon_at) < 0) return promise.due_soon_at
  if ((await recordReminded(work, promise.id)) > 0) work.publish(promiseDueSoon, about(promise), { case_id: promise.case_id })
  return promise.due_at
}

const about = ({ id, case_id, owner_id, due_at }: PromiseRow) => ({
  case_id,
  promise_id: id,
  owner: owner_id,
  due_at: due_at.toString(),
})
