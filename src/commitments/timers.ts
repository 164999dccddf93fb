// The clock of a promise: one row, the promise's own id, that is due when its owner is to be reminded and then when the promise is. What the
// clock does it decides from the promises as it finds them, under the same locks as whoever keeps or moves one: a stopped server, a second
// server or a clock that jumps can make it look too early, too late or twice, and it will still speak once. Promises by a day all fall due at
// closing: whichever clock rings first speaks for those that ring with it.
import { cancelJob, cancelJobs, jobKind, later, worker, type Job } from '#base/jobs'
import type { EventKind, PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { promiseBroken, promiseDueSoon, type PromiseId } from './contract.ts'
import { isOwed } from './rules/state-of.ts'
import { breakDue, lockPromise, recordBroken, remindDue, type PromiseRow } from './store/promise.ts'

const AT_ONCE = 200

export const promiseClock = jobKind<{ promise: PromiseId }>('commitments.promise_clock')

export const startTimer = (work: Work, promise: PromiseId, at: Temporal.Instant): Promise<string> =>
  later(work, promiseClock, { payload: { promise }, id: promise, at })
export const stopTimer = (work: Work, promise: PromiseId): Promise<number> => cancelJob(work, promise)

export const workers = [worker(promiseClock, (job) => job.work((work) => look(work, job)))]

async function look(work: Work, job: Job<{ promise: PromiseId }>): Promise<void> {
  const promise = await lockPromise(work, job.payload.promise)
  if (!promise || !isOwed(promise) || promise.broken_at) return await job.finish(work)
  if (isPast(work, promise.due_at)) {
    await Promise.all([breakTogether(work), job.finish(work)])
  } else {
    const soon = promise.reminded_at ? null : promise.due_soon_at
    if (soon && isPast(work, soon)) for (const each of await remindDue(work, AT_ONCE)) tell(work, promiseDueSoon, each)
    await job.again(work, soon && !isPast(work, soon) ? soon : promise.due_at, 'not due yet')
  }
}

async function breakTogether(work: Work): Promise<void> {
  const broken = await breakDue(work, AT_ONCE)
  for (const each of broken) tell(work, promiseBroken, each)
  await cancelJobs(
    work,
    broken.map(({ id }) => id),
  )
}

/** For whoever ends a promise that they hold locked: past its moment it was broken first, even where no clock ran. */
export async function breakIfDue(work: Work, promise: PromiseRow): Promise<void> {
  if (promise.broken_at || !isPast(work, promise.due_at)) return
  if ((await recordBroken(work, promise.id)) > 0) tell(work, promiseBroken, promise)
}

const isPast = (work: Work, moment: Temporal.Instant): boolean => Temporal.Instant.compare(work.now, moment) >= 0

type Owed = { id: PromiseId; case_id: CaseId; owner_id: PersonId; due_at: Temporal.Instant }
type Told = { case_id: CaseId; promise_id: PromiseId; owner: PersonId; due_at: string }
const tell = (work: Work, kind: EventKind<Told>, { id, case_id, owner_id, due_at }: Owed): void =>
  work.publish(kind, { case_id, promise_id: id, owner: owner_id, due_at: due_at.toString() }, { case_id })
