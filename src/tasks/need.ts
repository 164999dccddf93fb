// What every verb about a task asks first: it is there, the reader may do this with it, and it is what the caller believes it is.
import * as cases from '#cases'
import { allow } from '#access'
import type { Permission } from '#access/contract'
import { notAllowed, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { notAskedOfYou, taskOver, taskUnknown, type TaskId } from './contract.ts'
import { standingOf, type Standing } from './reader.ts'
import { isOpen, stateOf } from './rules/state-of.ts'
import type { TaskRow } from './store/row.ts'
import { findTask, lockTask } from './store/task.ts'

export type Held = { task: TaskRow; standing: Standing }

/** For whoever is asked, or may read the case. For anybody else it does not exist. */
export async function needTask(work: Work, id: TaskId): Promise<Held> {
  const task = await findTask(work, id)
  return await visible(work, task)
}

/** For whoever was asked: the task alone is held. */
export async function holdTask(work: Work, id: TaskId): Promise<Held> {
  return await visible(work, await lockTask(work, id))
}

/** For whoever answers for its case: that is held first, as by everybody who changes something of it, so that no two wait for each other. */
export async function holdForCase(work: Work, id: TaskId): Promise<Held> {
  const seen = await needTask(work, id)
  needAnswersForCase(work, seen)
  await cases.holdCase(work, seen.task.case_id, 'case.reply')
  const held = await visible(work, await lockTask(work, id))
  needAnswersForCase(work, held)
  return held
}

async function visible(work: Work, task: TaskRow | undefined): Promise<Held> {
  if (!task) throw refuse(taskUnknown, {})
  const standing = await standingOf(work, task)
  if (!standing.asked && !standing.reads && !standing.answers) throw refuse(taskUnknown, {})
  return { task, standing }
}

export const needOpen = (task: TaskRow): void => {
  if (!isOpen(task)) throw refuse(taskOver, { state: stateOf(task) })
}

// Who may read a case but neither answers for it nor works on it is told which right they lack.
export function needAnswersForCase(work: Work, { task, standing }: Held): void {
  if (standing.answers) return
  allow(work, 'case.reply', { brand: task.brand_id })
  throw refuse(notAllowed, { permission: 'case.assign' })
}

export function needAsked(work: Work, { standing }: Held, permission: Permission = 'task.answer'): void {
  allow(work, permission)
  if (!standing.asked) throw refuse(notAskedOfYou, {})
}

export function needVersion(task: TaskRow, given_version: number | undefined): void {
  if (given_version === undefined || given_version === task.version) return
  const { version, title, due_at, owner_id } = task
  const current = { title, due_at: due_at?.toString() ?? null, owner_id, state: stateOf(task), version }
  throw refuse(stale, { current, given_version, current_version: version })
}
