// The answer comes back into the task: from the desk, by mail, through a link, or told and written down. Whoever answers for the case sees it at
// once; the customer never does. The same answer sent twice is one.
import * as staff from '#staff'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { publish, remember, tellOwner } from './became.ts'
import {
  answerEmpty, taskAnswered, taskAnsweredAlready, type AnswerId, type AnswerWay, type TaskId, type TaskUploadId, type WholeTask,
} from './contract.ts' // prettier-ignore
import { holdTask, needAnswersForCase, needAsked, needOpen, type Held } from './need.ts'
import { meOf } from './reader.ts'
import { stateOf } from './rules/state-of.ts'
import { seenBy } from './see.ts'
import { showWhole } from './show.ts'
import { findByKey, insertAnswer } from './store/answer.ts'
import { recordAnswered } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { giveFiles, insertFile } from './store/shown.ts'
import { findTask, lockTask } from './store/task.ts'
import { needBegun } from './take.ts'
import { lateIfDue, stopTimer } from './timers.ts'
import { answered } from './words.ts'
import { written } from './written.ts'

type Wish = {
  id: TaskId
  key?: string | undefined
  text: string
  html?: string | undefined
  uploads: readonly TaskUploadId[]
  told: boolean
}

export async function answer(work: Work, wish: Wish): Promise<WholeTask> {
  const held = await holdTask(work, wish.id)
  if (wish.told) needAnswersForCase(work, held)
  else needAsked(work, held)
  const me = meOf(work)
  const name = me ? ((await staff.find(work, [me])).get(me)?.name ?? '') : ''
  const way: AnswerWay = wish.told ? 'told' : 'desk'
  await settle(work, held.task, { ...wish, way, by_name: name, by_id: me, files: [] })
  return await showWhole(work, wish.id)
}

type File = { name: string; type: string; size: number; file: string }
export type Answering = {
  text: string
  html?: string | null | undefined
  way: AnswerWay
  by_name: string
  by_id: Held['task']['person_id']
  key?: string | undefined // of the mail, or of the form: what comes twice is one answer
  uploads: readonly TaskUploadId[]
  files: readonly File[]
}

/** For rooms above that bring an answer from outside (a mail, a link); whoever calls has looked whether it may. Again: the first one's id. */
export async function answerFromOutside(
  work: Work,
  id: TaskId,
  given: Omit<Answering, 'by_id'>,
): Promise<{ answer: AnswerId; again: boolean } | 'over'> {
  const task = await lockTask(work, id)
  if (!task) return 'over'
  const before = given.key ? await findByKey(work, id, given.key) : undefined
  if (before) return { answer: before.id, again: true }
  if (task.accepted_at || task.cancelled_at || task.answered_at || !task.begun_at) return 'over'
  return { answer: await settle(work, task, { ...given, by_id: null }), again: false }
}

async function settle(work: Work, held: TaskRow, given: Answering): Promise<AnswerId> {
  const before = given.key ? await findByKey(work, held.id, given.key) : undefined
  if (before) return before.id
  needOpen(held)
  await needBegun(work, held)
  if (held.answered_at) throw refuse(taskAnsweredAlready, { state: stateOf(held) })
  const words = written(given)
  if (words.text === '' && !words.html?.includes('<img') && given.uploads.length + given.files.length === 0)
    throw refuse(answerEmpty, {})
  const outside = given.by_id === null ? given.by_name : null
  await seenBy(work, held, outside)
  const task = await lateIfDue(work, held)
  const id = await keep(work, task, { ...given, ...words })
  await recordAnswered(work, task.id, work.now)
  await stopTimer(work, task.id)
  await remember(work, task.id, { what: 'answered', by_name: outside })
  const late = task.late_for !== null && task.due_at !== null && task.late_for.equals(task.due_at)
  await tellOwner(work, task, {
    kind: 'task.answered',
    words: answered(task.title, given.by_name, late),
    key: `task.answered:${id}`,
  })
  await publish(work, { kind: taskAnswered, task: (await findTask(work, task.id))! }, { answer_id: id, way: given.way, late })
  return id
}

async function keep(work: Work, task: TaskRow, given: Answering): Promise<AnswerId> {
  const id = newId<'task_answer'>(work.now)
  const { text, html = null, way, by_id, by_name, key = id } = given
  await insertAnswer(work, { id, task_id: task.id, at: work.now, by_id, by_name: by_name.slice(0, 300), way, text, html, key })
  if (given.uploads.length > 0) await giveFiles(work, { task: task.id, answer: id, uploads: given.uploads })
  for (const [position, { file: file_id, ...file }] of given.files.entries())
    await insertFile(work, {
      ...file,
      name: file.name || 'document',
      id: newId(work.now),
      task_id: task.id,
      answer_id: id,
      position,
      file_id,
      brought: false,
    })
  return id
}
