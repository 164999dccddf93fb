// The answer is what was asked for. The case is held open by this task no longer, and what waited for it begins.
import * as cases from '#cases'
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import { publish, remember, tell } from './became.ts'
import { beginWhatWaited } from './begin.ts'
import { taskAccepted, taskNotAnswered, type TaskId, type WholeTask } from './contract.ts'
import { revokeLinksOf } from './store/link.ts'
import { holdForCase, needOpen, needVersion } from './need.ts'
import { meOf } from './reader.ts'
import { stateOf } from './rules/state-of.ts'
import { showWhole } from './show.ts'
import { recordAccepted } from './store/changes.ts'
import { peopleAsked } from './whom.ts'
import { accepted } from './words.ts'

export async function accept(work: Work, { id, version }: { id: TaskId; version?: number | undefined }): Promise<WholeTask> {
  const { task } = await holdForCase(work, id)
  if (task.accepted_at) return await showWhole(work, id) // asked twice, done once
  needVersion(task, version)
  needOpen(task)
  if (!task.answered_at) throw refuse(taskNotAnswered, { state: stateOf(task) })
  await recordAccepted(work, id)
  await cases.unblock(work, { kind: 'task', id })
  await revokeLinksOf(work, id)
  await remember(work, id, { what: 'accepted' })
  await beginWhatWaited(work, id)
  const people = await peopleAsked(work, task)
  await tell(work, task.taken_by_id || task.person_id ? people : [], {
    kind: 'task.accepted', words: accepted(task.title, await nameOf(work)), key: `task.accepted:${id}`, path: `/tasks/${id}`,
  }) // prettier-ignore
  await publish(work, { kind: taskAccepted, task: task }, { late: task.late_at !== null })
  return await showWhole(work, id)
}

/** The name of whoever acts; empty for a program. */
export async function nameOf(work: Work): Promise<string> {
  const me = meOf(work)
  return me ? ((await staff.find(work, [me])).get(me)?.name ?? '') : ''
}
