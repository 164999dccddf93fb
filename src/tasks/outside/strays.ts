// Whoever answers for the task decides what a mail beside it is: the answer after all, or nothing more than what is kept.
import { refuse, type Work } from '#base/work'
import { answerFromOutside } from '../answer.ts'
import { strayDecided, taskAnsweredAlready, taskUnknown, type StrayId, type WholeTask } from '../contract.ts'
import { holdForCase } from '../need.ts'
import { meOf } from '../reader.ts'
import { stateOf } from '../rules/state-of.ts'
import { showWhole } from '../show.ts'
import { decide, findStray, type StrayRow } from './store/stray.ts'

export async function takeStray(work: Work, { id }: { id: StrayId }): Promise<WholeTask> {
  const { stray, task } = await hold(work, id)
  await decideOnce(work, stray, true)
  const by_name = stray.from_name ? `${stray.from_name} (${stray.from_address})` : stray.from_address
  const done = await answerFromOutside(work, task.id, {
    text: stray.text, html: stray.html, way: 'mail', by_name, key: `stray:${stray.key}`.slice(0, 998), uploads: [], files: stray.files,
  }) // prettier-ignore
  if (done === 'over') throw refuse(taskAnsweredAlready, { state: stateOf(task) })
  return await showWhole(work, task.id)
}

export async function setStrayAside(work: Work, { id }: { id: StrayId }): Promise<object> {
  const { stray } = await hold(work, id)
  await decideOnce(work, stray, false)
  return {}
}

async function hold(work: Work, id: StrayId) {
  const stray = await findStray(work, id)
  if (!stray) throw refuse(taskUnknown, {})
  return { stray, task: (await holdForCase(work, stray.task_id)).task }
}

async function decideOnce(work: Work, stray: StrayRow, taken: boolean): Promise<void> {
  if ((await decide(work, stray.id, { by: meOf(work), taken })) === 0) throw refuse(strayDecided, {})
}

/** A file of a mail beside the task, for whoever answers for it. */
export async function strayFile(
  work: Work,
  { id, index }: { id: StrayId; index: number },
): Promise<{ name: string; type: string; file: string }> {
  const { stray } = await hold(work, id)
  const found = stray.files[index]
  if (!found) throw refuse(taskUnknown, {})
  return found
}
