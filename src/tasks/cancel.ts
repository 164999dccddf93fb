// It is no longer needed, and why. Whoever was asked is told, and what waited for it waits for it no longer.
import * as cases from '#cases'
import { type Work } from '#base/work'
import { askedOf, publish, remember, tellAsked } from './became.ts'
import { beginWhatWaited } from './begin.ts'
import { taskCancelled, type TaskId, type WholeTask } from './contract.ts'
import { holdForCase, needOpen, needVersion } from './need.ts'
import { showWhole } from './show.ts'
import { recordCancelled } from './store/changes.ts'
import { revokeLinksOf } from './store/link.ts'
import type { TaskRow } from './store/row.ts'
import { lateIfDue, stopTimer } from './timers.ts'
import { cancelled } from './words.ts'

type Wish = { id: TaskId; version?: number | undefined; because: string }

export async function cancel(work: Work, { id, version, because }: Wish): Promise<WholeTask> {
  const { task } = await holdForCase(work, id)
  needVersion(task, version)
  needOpen(task)
  await callOff(work, task, because)
  await beginWhatWaited(work, id)
  return await showWhole(work, id)
}

/** The case and the task are held by the caller. */
export async function callOff(work: Work, held: TaskRow, because: string): Promise<void> {
  const task = await lateIfDue(work, held)
  await recordCancelled(work, task.id, because)
  await stopTimer(work, task.id)
  await cases.unblock(work, { kind: 'task', id: task.id })
  await revokeLinksOf(work, task.id)
  await remember(work, task.id, { what: 'cancelled', note: because })
  if (task.begun_at)
    await tellAsked(work, task, {
      kind: 'task.cancelled',
      words: cancelled(task.title, because),
      key: `task.cancelled:${task.id}`,
    })
  await publish(work, { kind: taskCancelled, task: task }, askedOf(task))
}
