// The clock of a task: one row, the task's own id, that is due when whoever was asked is to be reminded and then when the answer is. What the clock
// does it decides from the tasks as it finds them, under the same locks as whoever answers one: a stopped server, a second server or a clock that
// jumps can make it look too early, too late or twice, and it will still speak once. Whichever rings first speaks for those that ring with it.
import { cancelJob, cancelJobs, jobKind, setTimers, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { publish, remember, tellAsked, tellOwner } from './became.ts'
import { taskDueSoon, taskLate, type TaskId } from './contract.ts'
import type { Running } from './deadline.ts'
import { isOwed } from './rules/state-of.ts'
import { lateDue, recordLate, warnDue } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { findTask, lockTask } from './store/task.ts'
import { whomOf } from './whom.ts'
import { dueSoon, late, moment } from './words.ts'
import { zoneOf } from './zone-of.ts'

const AT_ONCE = 200

export const taskClock = jobKind<{ task: TaskId }>('tasks.task_clock')

/** Sets its clock, or sets it anew. */
export const setTimer = (work: Work, task: TaskId, { due_at, due_soon_at }: Running): Promise<void> =>
  setTimers(work, taskClock, [{ id: task, payload: { task }, at: due_soon_at ?? due_at }])
export const stopTimer = (work: Work, task: TaskId): Promise<number> => cancelJob(work, task)

export const workers = [worker(taskClock, (job) => job.work((work) => look(work, job)))]

async function look(work: Work, job: Job<{ task: TaskId }>): Promise<void> {
  const task = await lockTask(work, job.payload.task)
  if (!task?.due_at || !isOwed(task) || isSame(task.late_for, task.due_at)) return await job.finish(work)
  if (isPast(work, task.due_at)) {
    await Promise.all([lateTogether(work), job.finish(work)])
  } else {
    const soon = task.warned_at ? null : task.due_soon_at
    if (soon && isPast(work, soon)) for (const each of await warnDue(work, AT_ONCE)) await warn(work, each)
    await job.again(work, soon && !isPast(work, soon) ? soon : task.due_at, 'not due yet')
  }
}

async function lateTogether(work: Work): Promise<void> {
  const found = await lateDue(work, AT_ONCE)
  for (const each of found) await tellLate(work, each)
  await cancelJobs(
    work,
    found.map(({ id }) => id),
  )
}

/** For whoever ends or changes a task that they hold locked: past its moment it was late first, even where no clock ran. */
export async function lateIfDue(work: Work, task: TaskRow): Promise<TaskRow> {
  if (!task.due_at || !isOwed(task) || isSame(task.late_for, task.due_at) || !isPast(work, task.due_at)) return task
  await recordLate(work, task.id)
  const found = (await findTask(work, task.id))!
  await tellLate(work, found)
  return found
}

async function warn(work: Work, task: TaskRow): Promise<void> {
  const due_at = task.due_at! // only what has begun is warned of
  await remember(work, task.id, { what: 'due_soon' })
  await tellAsked(work, task, {
    kind: 'task.due_soon',
    words: dueSoon(task.title, moment(due_at, await zoneOf(work, task))),
    key: `task.due_soon:${task.id}:${String(due_at)}`,
  })
  await publish(work, { kind: taskDueSoon, task: task }, { due_at: due_at.toString() })
}

async function tellLate(work: Work, task: TaskRow): Promise<void> {
  const due_at = task.late_for! // recorded a moment ago
  await remember(work, task.id, { what: 'late' })
  const words = late(task.title, (await whomOf(work, [task]))(task).name)
  await tellAsked(work, task, { kind: 'task.late', words, key: `task.late:${task.id}:${String(due_at)}` })
  await tellOwner(work, task, { kind: 'task.late', words, key: `task.late:${task.id}:${String(due_at)}`, urgent: true })
  await publish(work, { kind: taskLate, task: task }, { due_at: due_at.toString() })
}

const isPast = (work: Work, at: Temporal.Instant): boolean => Temporal.Instant.compare(work.now, at) >= 0
const isSame = (a: Temporal.Instant | null, b: Temporal.Instant): boolean => a !== null && a.equals(b)
