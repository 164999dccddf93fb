// For rooms above: the open tasks of cases, as facts. Nobody's right is asked here; whoever asks decides who sees it.
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import type { TaskId, TaskState, Whom } from './contract.ts'
import { stateOf } from './rules/state-of.ts'
import type { TaskRow } from './store/row.ts'
import { openInCases, untakenOfTeams } from './store/task.ts'
import { whomOf } from './whom.ts'

export type OpenTask = {
  id: TaskId
  case_id: CaseId
  title: string
  state: TaskState
  whom: Whom
  owner: PersonId
  asked_at: Temporal.Instant
  due_at: Temporal.Instant | null
  late: boolean
}
const MOST = 2_000

/** The first due first; at most two thousand. */
export async function openTasksOf(work: Work, of: readonly CaseId[]): Promise<OpenTask[]> {
  return of.length === 0 ? [] : await shown(work, await openInCases(work, of, MOST))
}

/** What teams were asked and nobody of them has taken, the first due first; at most two thousand. */
export const untakenTasks = async (work: Work): Promise<OpenTask[]> => await shown(work, await untakenOfTeams(work, MOST))

async function shown(work: Work, rows: readonly TaskRow[]): Promise<OpenTask[]> {
  const whom = await whomOf(work, rows)
  return rows.map((row) => ({
    id: row.id, case_id: row.case_id, title: row.title, state: stateOf(row), whom: whom(row), owner: row.owner_id, asked_at: row.asked_at,
    due_at: row.due_at ?? row.due_by, late: row.due_at !== null && !row.answered_at && Temporal.Instant.compare(row.due_at, work.now) <= 0,
  })) // prettier-ignore
}
