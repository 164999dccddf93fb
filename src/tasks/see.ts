// Somebody it is asked of has read it. Whoever asked knows then that it arrived.
import type { Work } from '#base/work'
import { publish, remember } from './became.ts'
import { taskSeen, type TaskId, type WholeTask } from './contract.ts'
import { holdTask } from './need.ts'
import { meOf } from './reader.ts'
import { showWhole } from './show.ts'
import { recordSeen } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'

export async function see(work: Work, { id }: { id: TaskId }): Promise<WholeTask> {
  const { task, standing } = await holdTask(work, id)
  if (standing.asked) await seenBy(work, task)
  return await showWhole(work, id)
}

/** `by_name`: of somebody who came by a link. */
export async function seenBy(work: Work, task: TaskRow, by_name: string | null = null): Promise<void> {
  if (task.seen_at || (await recordSeen(work, task.id, meOf(work))) === 0) return
  await remember(work, task.id, { what: 'seen', by_name })
  await publish(work, { kind: taskSeen, task: task }, {})
}
