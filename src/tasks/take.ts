// Of a team's task, one has it. Of two who take it at the same moment one does, and the other is told who.
import * as staff from '#staff'
import { notAllowed } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { publish, remember } from './became.ts'
import { taskLetGo, taskTaken, taskTakenAlready, taskWaits, type TaskId, type WholeTask } from './contract.ts'
import { holdTask, needAsked, needOpen, needVersion } from './need.ts'
import { meOf } from './reader.ts'
import { showWhole } from './show.ts'
import { recordLetGo, recordTaken } from './store/changes.ts'
import { waitsOf } from './store/order.ts'
import type { TaskRow } from './store/row.ts'
import { findTask } from './store/task.ts'
import { setTimer } from './timers.ts'

type Wish = { id: TaskId; version?: number | undefined }

export async function take(work: Work, { id }: Wish): Promise<WholeTask> {
  const held = await holdTask(work, id)
  needAsked(work, held)
  const { task } = held
  const me = meOf(work)
  if (!me) throw refuse(notAllowed, { permission: 'task.answer' }) // a key has no hands
  needOpen(task)
  await needBegun(work, task)
  if (task.taken_by_id === me) return await showWhole(work, id) // asked twice, done once
  if (task.taken_by_id) throw await takenAlready(work, task.taken_by_id)
  await recordTaken(work, id, me)
  if (task.declined_at) await setTimer(work, id, { due_at: task.due_at!, due_soon_at: null })
  await remember(work, id, { what: 'taken' })
  await publish(work, { kind: taskTaken, task: (await findTask(work, id))! }, { by: me })
  return await showWhole(work, id)
}

export async function letGo(work: Work, { id, version }: Wish): Promise<WholeTask> {
  const { task } = await holdTask(work, id)
  needVersion(task, version)
  needOpen(task)
  if (!task.taken_by_id || task.taken_by_id !== meOf(work)) return await showWhole(work, id)
  await recordLetGo(work, id)
  await remember(work, id, { what: 'let_go' })
  await publish(work, { kind: taskLetGo, task: (await findTask(work, id))! }, {})
  return await showWhole(work, id)
}

export async function needBegun(work: Work, task: TaskRow): Promise<void> {
  if (!task.begun_at) throw refuse(taskWaits, { waits_for: (await waitsOf(work, [task.id])).map(({ title }) => title) })
}

async function takenAlready(work: Work, by: NonNullable<TaskRow['taken_by_id']>): Promise<Error> {
  const name = (await staff.find(work, [by])).get(by)?.name ?? ''
  return refuse(taskTakenAlready, { by: { id: by, name } })
}
