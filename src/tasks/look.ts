import type { Work } from '#base/work'
import type { TaskId, WholeTask } from './contract.ts'
import { needTask } from './need.ts'
import { showWhole } from './show.ts'

export async function look(work: Work, { id }: { id: TaskId }): Promise<WholeTask> {
  await needTask(work, id)
  return await showWhole(work, id)
}
