// Something said about a task without answering it: a question, a piece of news. The other side hears of it.
import type { Work } from '#base/work'
import { nameOf } from './accept.ts'
import { publish, remember, tellAsked, tellOwner } from './became.ts'
import { taskRemarked, type TaskId, type WholeTask } from './contract.ts'
import { holdTask, needAnswersForCase } from './need.ts'
import { meOf } from './reader.ts'
import { showWhole } from './show.ts'
import type { TaskRow } from './store/row.ts'
import { remarked } from './words.ts'

export async function remark(work: Work, { id, text }: { id: TaskId; text: string }): Promise<WholeTask> {
  const held = await holdTask(work, id)
  if (!held.standing.asked) needAnswersForCase(work, held)
  await remarkAs(work, held.task, { text, by_name: null })
  return await showWhole(work, id)
}

const MOST_TOLD = 300
/** `by_name`: of somebody outside. */
export async function remarkAs(
  work: Work,
  task: TaskRow,
  { text, by_name }: { text: string; by_name: string | null },
): Promise<void> {
  await remember(work, task.id, { what: 'remarked', note: text, by_name })
  const short = text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD - 1).toWellFormed()}…` : text
  const words = remarked(task.title, by_name ?? (await nameOf(work)), short)
  const key = `task.remarked:${task.id}:${String(work.now)}`
  await tellOwner(work, task, { kind: 'task.remarked', words, key })
  if (task.begun_at) await tellAsked(work, task, { kind: 'task.remarked', words, key })
  await publish(work, { kind: taskRemarked, task: task }, { by: meOf(work) })
}
