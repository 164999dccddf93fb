// What the page of tasks shows, as its address says it.
import { taskLists, type TaskList } from '../contract.ts'

export type Showing = { whose: TaskList; view: 'list' | 'board'; late: boolean }

export function readShowing(kept: Record<string, unknown>): Showing {
  const whose = taskLists.find((each) => each === kept['whose']) ?? 'mine'
  return { whose, view: kept['view'] === 'board' ? 'board' : 'list', late: kept['late'] === true || kept['late'] === 'true' }
}
