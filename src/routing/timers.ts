// The timer of a house that routes: offers that lapse, rings that widen, pauses that end, people who are gone, queues that open and close.
import { setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { dueAt, routerTimer } from './router/clock.ts'
import { hold } from './router/hold.ts'
import { hoursLookAt, hoursNow } from './router/hours-now.ts'
import { reseat } from './router/reseat.ts'
import { stepHeld, type Fact } from './router/step.ts'
import { findRouter } from './store/router.ts'
import { workers as ofTrials } from './trial/watch.ts'
import { workers as ofFloor } from './floor/acts/over.ts'

const isDue = (at: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  at !== null && Temporal.Instant.compare(at, now) <= 0

async function look(work: Work, job: Job<object>): Promise<void> {
  await lookAround(work)
  const row = await findRouter(work)
  const next = row && dueAt(row)
  if (!next) return await job.finish(work)
  await job.again(work, next, 'not due yet')
  await setTimers(work, routerTimer, [{ id: job.id, payload: {}, at: next }]) // and its tries begin anew
}

/** What time has brought, done now. */
export async function lookAround(work: Work): Promise<void> {
  const held = await hold(work)
  if (!held) return
  const { row } = held
  const seats = isDue(row.seats_at, work.now) ? await reseat(work, held) : null
  const hours: Fact[] | null = isDue(row.hours_at, work.now) ? await hoursNow(work, held) : null
  await stepHeld(work, held, {
    facts: [...(seats?.facts ?? []), ...(hours ?? [])],
    ...(seats ? { seats_at: seats.seats_at } : {}),
    ...(hours ? { hours_at: await hoursLookAt(work, held) } : {}),
  })
}

export const workers = [worker(routerTimer, (job) => job.work((work) => look(work, job))), ...ofTrials, ...ofFloor]
