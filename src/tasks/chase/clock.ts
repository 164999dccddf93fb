// The clock of the chase: rings when a reminder is due. Late, twice, or on two servers at once, it still reminds once, one step at a time and in
// working hours.
import { worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { MOST_CHASES, type TaskId } from '../contract.ts'
import { isOwed } from '../rules/state-of.ts'
import type { TaskRow } from '../store/row.ts'
import { lockTask } from '../store/task.ts'
import { chaseClock, episodeOf, followHeld, nextFor, setNext } from './follow.ts'
import { hoursAsked } from './hours-asked.ts'
import { withinHours, type Next } from './next-step.ts'
import { sendChase } from './send-chase.ts'
import { countChased, findChase } from './store/chase.ts'

export const clockOfChases = worker(chaseClock, (job) => job.work((work) => ring(work, job)))

async function ring(work: Work, job: Job<{ task: TaskId }>): Promise<void> {
  await job.finish(work) // whatever comes next is a clock set anew
  const task = await lockTask(work, job.payload.task)
  const chase = task && (await findChase(work, task.id))
  if (!task || !chase?.next_at || chase.paused_at) return
  if (!isOwed(task) || chase.episode !== episodeOf(task)) return await followHeld(work, task)
  const next = await whenSomebodyReads(work, task, await nextFor(work, task, chase))
  const isDue = next !== null && Temporal.Instant.compare(next.at, work.now) <= 0
  if (!isDue) return await setNext(work, { task, before: chase, ...chase, next })
  if ((await countChased(work, task.id, chase.episode)).n >= MOST_CHASES)
    return await setNext(work, { task, before: chase, ...chase, next: null })
  await sendChase(work, task, next)
  const step = next.step + 1
  const after = await nextFor(work, task, { episode: chase.episode, step })
  await setNext(work, { task, before: chase, episode: chase.episode, step, next: after })
}

// What rings late, in the night, waits for the morning.
async function whenSomebodyReads(work: Work, task: TaskRow, next: Next | null): Promise<Next | null> {
  if (!next || Temporal.Instant.compare(next.at, work.now) > 0) return next
  const open = withinHours((await hoursAsked(work, task)).hours, work.now)
  return open && { ...next, at: open }
}
