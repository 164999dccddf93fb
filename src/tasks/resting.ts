// What rests on somebody in this room: tasks asked of them by name, or that they took from their team. Passed on before they leave.
import { allow } from '#access'
import * as cases from '#cases'
import * as staff from '#staff'
import type { Passing, Resting } from '#staff/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { publish, remember, tell } from './became.ts'
import { taskLetGo, taskPassedOn } from './contract.ts'
import { recordPassed } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { countOn, findTask, lockOpenOn, openOn } from './store/task.ts'
import { passedToYou } from './words.ts'

const MOST_SHOWN = 20
const AT_ONCE = 500

export async function restingOn(work: Work, person: PersonId): Promise<Resting[]> {
  const { n } = await countOn(work, person)
  if (n === 0) return []
  const items = (await openOn(work, person, MOST_SHOWN)).map(({ id, title }) => ({ id, name: title, path: `/tasks/${id}` }))
  return [{ kind: 'task', count: n, items }]
}

/** What was asked by name goes to the successor; what was taken from a team goes back to it, for another to take. */
export async function pass(work: Work, { from, to, kind, ids }: Passing): Promise<void> {
  if (from === to || (kind !== undefined && kind !== 'task')) return // to themselves nothing would ever be passed, and the loop not end
  if (work.actor.kind === 'person' && work.actor.id !== from) allow(work, 'staff.manage')
  for (;;) {
    const held = await lockOpenOn(work, from, { ids: ids ?? null, most: AT_ONCE })
    for (const task of held) await passOne(work, task, { from, to })
    if (held.length < AT_ONCE) return
  }
}

async function passOne(work: Work, task: TaskRow, { from, to }: { from: PersonId; to: PersonId }): Promise<void> {
  const named = task.person_id === from
  const taken_by_id = task.taken_by_id === from ? null : task.taken_by_id
  await recordPassed(work, task.id, { person_id: named ? to : task.person_id, taken_by_id })
  const passed = (await findTask(work, task.id))!
  const people = await staff.find(work, [from, to])
  if (!named) {
    await remember(work, task.id, { what: 'let_go', note: people.get(from)?.name ?? null })
    return await publish(work, { kind: taskLetGo, task: passed }, {})
  }
  await remember(work, task.id, { what: 'passed_on', note: people.get(to)?.name ?? null })
  const waits_for = { name: people.get(to)?.name ?? '' }
  const closed = (await cases.facts(work, [task.case_id])).get(task.case_id)?.closed_at
  if (!closed) await cases.block(work, { case_id: task.case_id, kind: 'task', id: task.id, what: task.title, waits_for })
  await tell(work, [to], {
    kind: 'task.passed_on', words: passedToYou(task.title, people.get(from)?.name ?? ''), key: `task.passed_on:${task.id}:${to}`, path: `/tasks/${task.id}`,
  }) // prettier-ignore
  await publish(work, { kind: taskPassedOn, task: passed }, { from })
}
