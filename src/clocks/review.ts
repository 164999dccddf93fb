// When what decides about clocks changes (a policy, a contract, opening hours), every case that is watched is looked at anew, a page at a time.
// Elapsed time stays: a clock is worked out from its beginning.
import { jobKind, setTimers, worker, type Job } from '#base/jobs'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { HOUSE_ZONE, today } from './today.ts'
import { turnsAfter } from './store/contract.ts'
import { watchedAfter } from './store/watch.ts'
import { workOut } from './work-out.ts'

const PAGE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

type Review = { after: string; customers: CustomerId[] | null; turn?: boolean }
export const reviewKind = jobKind<Review>('clocks.review')
export const reviewWorker = worker(reviewKind, (job) => job.work((work) => review(work, job)))

export async function reviewAll(work: Work, customers: CustomerId[] | null = null): Promise<void> {
  await setTimers(work, reviewKind, [{ id: newId(work.now), payload: { after: FIRST, customers }, at: work.now }])
}

async function review(work: Work, job: Job<Review>): Promise<void> {
  const { after, customers, turn } = job.payload
  const page = await watchedAfter(work, { after, most: PAGE, customers })
  if (page.length > 0) await workOut(work, page.map(({ case_id }) => case_id), { marks: false }) // prettier-ignore
  await job.finish(work)
  const last = page.at(-1)
  if (last && page.length === PAGE)
    await setTimers(work, reviewKind, [{ id: newId(work.now), payload: { after: last.case_id, customers }, at: work.now }])
  if (turn) await watchTurns(work)
}

// The next day on which a contract begins or has ended: one timer for the whole house, named after it.
export async function watchTurns(work: Work): Promise<void> {
  const { day } = await turnsAfter(work, today(work))
  if (day === null) return
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: HOUSE_ZONE }).toInstant()
  await setTimers(work, reviewKind, [{ id: newId(work.now), payload: { after: FIRST, customers: null, turn: true }, at }])
}
