// The time of a task begins: when it is asked, or once those it waits for are accepted. Whoever it is asked of hears of it then, and not before.
import * as staff from '#staff'
import type { Work } from '#base/work'
import { askedOf, publish, remember, tellAsked } from './became.ts'
import { taskBegun, type TaskId } from './contract.ts'
import { running } from './deadline.ts'
import { recordBegun } from './store/changes.ts'
import { readyAfter } from './store/order.ts'
import type { TaskRow } from './store/row.ts'
import { findTask } from './store/task.ts'
import { setTimer } from './timers.ts'
import { whomOf } from './whom.ts'
import { askedOfTeam, askedOfYou, begun, moment } from './words.ts'
import { hoursOf } from './zone-of.ts'

export async function begin(work: Work, asked: TaskRow, after?: TaskId): Promise<void> {
  const own = await hoursOf(work, asked)
  const time = running(asked, own, work.now)
  await recordBegun(work, asked.id, time)
  await setTimer(work, asked.id, time)
  if (after) await remember(work, asked.id, { what: 'begun' })
  const task = (await findTask(work, asked.id))!
  await tellAsked(work, task, {
    kind: 'task.asked',
    words: await wordsFor(work, task, { due: moment(time.due_at, own.zone), waited: after !== undefined }),
    key: `task.asked:${task.id}:${String(time.due_at)}`,
  })
  await publish(work, { kind: taskBegun, task: task }, { ...askedOf(task), due_at: time.due_at.toString() })
}

async function wordsFor(work: Work, task: TaskRow, { due, waited }: { due: { fr: string; en: string }; waited: boolean }) {
  if (waited) return begun(task.title, due)
  const by = (await staff.find(work, [task.asked_by_id ?? task.owner_id])).get(task.asked_by_id ?? task.owner_id)?.name ?? ''
  const said = { title: task.title, by }
  return task.team_id && !task.taken_by_id
    ? askedOfTeam(said, (await whomOf(work, [task]))(task).name, due)
    : askedOfYou(said, due)
}

/** What waited for a task that is accepted or called off, and for nothing else any more. */
export async function beginWhatWaited(work: Work, ended: TaskId): Promise<void> {
  for (const task of await readyAfter(work, ended)) await begin(work, task, ended)
}
