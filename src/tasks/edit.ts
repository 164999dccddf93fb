// What is asked changes while it is open: its words, its deadline, what it waits for, what is shown with it. Whoever was asked is told live.
import { refuse, type Work } from '#base/work'
import type { InteractionId } from '#cases/contract'
import { openOnes } from './ask.ts'
import { publish, remember } from './became.ts'
import { begin } from './begin.ts'
import { orderInCircle, taskAnsweredAlready, taskEdited, type Deadline, type TaskId, type WholeTask } from './contract.ts'
import { agree, running } from './deadline.ts'
import { expectedBegin } from './expected-begin.ts'
import { holdForCase, needOpen, needVersion } from './need.ts'
import { stateOf } from './rules/state-of.ts'
import { showInstead } from './show-of-case.ts'
import { showWhole } from './show.ts'
import { recordDeadline, recordWaiting, recordWords } from './store/changes.ts'
import { deleteWaits, insertWaits, waitsOf } from './store/order.ts'
import type { TaskRow } from './store/row.ts'
import { findTask, findWords } from './store/task.ts'
import { lateIfDue, setTimer, stopTimer } from './timers.ts'
import { written } from './written.ts'
import { hoursOf } from './zone-of.ts'

type Wish = {
  id: TaskId
  version?: number | undefined
  title?: string | undefined
  text?: string | undefined
  html?: string | null | undefined
  deadline?: Deadline | undefined
  knowingly: boolean
  after?: readonly TaskId[] | undefined
  messages?: readonly InteractionId[] | undefined
}

export async function edit(work: Work, wish: Wish): Promise<WholeTask> {
  const { task } = await holdForCase(work, wish.id)
  needVersion(task, wish.version)
  needOpen(task)
  if (wish.title !== undefined || wish.text !== undefined || wish.html !== undefined) await reword(work, task, wish)
  if (wish.messages) await showInstead(work, task.case_id, { task: task.id, messages: wish.messages })
  if (wish.deadline) await postpone(work, await lateIfDue(work, task), { deadline: wish.deadline, knowingly: wish.knowingly })
  if (wish.after) await reorder(work, (await findTask(work, task.id))!, wish.after)
  const edited = (await findTask(work, task.id))!
  await remember(work, task.id, { what: 'edited' })
  await publish(work, { kind: taskEdited, task: edited }, { due_at: edited.due_at?.toString() ?? null })
  return await showWhole(work, task.id)
}

async function reword(work: Work, task: TaskRow, { title = task.title, text, html }: Wish): Promise<void> {
  const words = text === undefined && html === undefined ? await findWords(work, task.id) : written({ text, html })
  await recordWords(work, task.id, { title, ...words })
}

async function postpone(
  work: Work,
  task: TaskRow,
  { deadline, knowingly }: { deadline: Deadline; knowingly: boolean },
): Promise<void> {
  const own = await hoursOf(work, task)
  const waits = await waitsOf(work, [task.id])
  const begins = await expectedBegin(work, task.case_id, waits.map(({ id }) => id)) // prettier-ignore
  const agreed = await agree(work, { of: task.case_id, deadline, own, begins, knowingly })
  const time = task.begun_at ? running(agreed, own, work.now) : null
  await recordDeadline(work, task.id, { ...agreed, time })
  if (time && !task.answered_at && !task.declined_at) await setTimer(work, task.id, time)
}

// One that is answered, or was late already, waits for nothing any more.
async function reorder(work: Work, task: TaskRow, after: readonly TaskId[]): Promise<void> {
  const waits = await openOnes(work, task.case_id, after)
  if (waits.length > 0 && (task.answered_at || task.late_at)) throw refuse(taskAnsweredAlready, { state: stateOf(task) })
  await deleteWaits(work, task.id)
  await insertWaits(work, { case_id: task.case_id, task: task.id, for: waits }).catch((error: unknown) => {
    throw isCircle(error) ? refuse(orderInCircle, {}) : error
  })
  if (waits.length > 0 && task.begun_at) {
    await recordWaiting(work, task.id)
    await stopTimer(work, task.id)
  }
  if (waits.length === 0 && !task.begun_at) await begin(work, task, task.id)
}

const isCircle = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'constraint' in error &&
  (error.constraint === 'no_circle' || error.constraint === 'waits_for_another')
