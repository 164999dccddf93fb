import { refuse, type Work } from '#base/work'
import { taskUnknown, type TaskId } from '../contract.ts'
import { needTask } from '../need.ts'
import { happenedTo } from '../store/happening.ts'

/** For rooms above that show what belongs to a task: only to whoever reads its case, or answers for it. */
export async function needAnswerer(work: Work, id: TaskId): Promise<void> {
  const { standing } = await needTask(work, id)
  if (!standing.answers && !standing.reads) throw refuse(taskUnknown, {})
}

/** What one of ours said about it last. */
export async function lastRemark(work: Work, id: TaskId): Promise<string | null> {
  const said = (await happenedTo(work, id)).find(({ what, by_id }) => what === 'remarked' && by_id !== null)
  return said?.note ?? null
}
