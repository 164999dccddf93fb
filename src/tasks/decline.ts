// It is not for them, and they say why: whoever answers for the case asks somebody else. Its clock stops, since nobody is at it.
import { type Work } from '#base/work'
import { nameOf } from './accept.ts'
import { askedOf, publish, remember, tellOwner } from './became.ts'
import { taskDeclined, type TaskId, type WholeTask } from './contract.ts'
import { holdTask, needAsked, needOpen, needVersion } from './need.ts'
import { showWhole } from './show.ts'
import { recordDeclined } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { findTask } from './store/task.ts'
import { needBegun } from './take.ts'
import { lateIfDue, stopTimer } from './timers.ts'
import { declined } from './words.ts'

type Wish = { id: TaskId; version?: number | undefined; because: string }

export async function decline(work: Work, { id, version, because }: Wish): Promise<WholeTask> {
  const held = await holdTask(work, id)
  needAsked(work, held)
  needVersion(held.task, version)
  await declineAs(work, held.task, { because, by_name: null })
  return await showWhole(work, id)
}

/** `by_name`: of somebody outside. */
export async function declineAs(
  work: Work,
  held: TaskRow,
  { because, by_name }: { because: string; by_name: string | null },
): Promise<void> {
  needOpen(held)
  await needBegun(work, held)
  if (held.answered_at || held.declined_at) return
  const task = await lateIfDue(work, held)
  await recordDeclined(work, task.id, because)
  await stopTimer(work, task.id)
  await remember(work, task.id, { what: 'declined', note: because, by_name })
  const words = declined(task.title, by_name ?? (await nameOf(work)), because)
  const left = (await findTask(work, task.id))!
  await tellOwner(work, left, { kind: 'task.declined', words, key: `task.declined:${task.id}:${left.version}` })
  await publish(work, { kind: taskDeclined, task: left }, askedOf(left))
}
