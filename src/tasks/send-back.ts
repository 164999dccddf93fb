// The answer is not what was asked for, and why. The time that was left when it came runs again, unless another deadline is said.
import { refuse, type Work } from '#base/work'
import { nameOf } from './accept.ts'
import { askedOf, publish, remember, tellAsked } from './became.ts'
import { taskNotAnswered, taskSentBack, type Deadline, type TaskId, type WholeTask } from './contract.ts'
import { agree, type Running } from './deadline.ts'
import type { OwnHours } from './hours-for.ts'
import { holdForCase, needOpen, needVersion } from './need.ts'
import { dueAgain, warnAt } from './own-time.ts'
import { stateOf } from './rules/state-of.ts'
import { showWhole } from './show.ts'
import { recordReturn } from './store/answer.ts'
import { recordSentBack } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { findTask } from './store/task.ts'
import { setTimer } from './timers.ts'
import { sentBack } from './words.ts'
import { hoursOf } from './zone-of.ts'

type Wish = { id: TaskId; version?: number | undefined; because: string; deadline?: Deadline | undefined; knowingly: boolean }

export async function sendBack(work: Work, wish: Wish): Promise<WholeTask> {
  const { task } = await holdForCase(work, wish.id)
  needVersion(task, wish.version)
  needOpen(task)
  if (!task.answered_at) throw refuse(taskNotAnswered, { state: stateOf(task) })
  const own = await hoursOf(work, task)
  const { time, over_case_due_at } = await timeAgain(work, task, { wish, own })
  await recordReturn(work, task.id, wish.because)
  await recordSentBack(work, task.id, { ...time, because: wish.because, over_case_due_at })
  await setTimer(work, task.id, time)
  await remember(work, task.id, { what: 'sent_back', note: wish.because })
  const back = (await findTask(work, task.id))!
  const words = sentBack(task.title, await nameOf(work), wish.because)
  await tellAsked(work, back, { kind: 'task.sent_back', words, key: `task.sent_back:${task.id}:${back.version}` })
  await publish(work, { kind: taskSentBack, task: back }, { ...askedOf(back), due_at: time.due_at.toString() })
  return await showWhole(work, task.id)
}

async function timeAgain(
  work: Work,
  task: TaskRow,
  { wish, own }: { wish: Wish; own: OwnHours },
): Promise<{ time: Running; over_case_due_at: Temporal.Instant | null }> {
  if (wish.deadline) {
    const agreed = await agree(work, {
      of: task.case_id,
      deadline: wish.deadline,
      own,
      begins: work.now,
      knowingly: wish.knowingly,
    })
    return { time: soon(own, agreed.due_at, work.now), over_case_due_at: agreed.over_case_due_at }
  }
  const was = { due_at: task.due_at!, answered_at: task.answered_at! } // answered, so it had begun
  return { time: soon(own, dueAgain(own.hours, was, work.now), work.now), over_case_due_at: null }
}

const soon = ({ hours }: OwnHours, due_at: Temporal.Instant, now: Temporal.Instant): Running => ({
  due_at,
  due_soon_at: warnAt(hours, now, due_at),
})
