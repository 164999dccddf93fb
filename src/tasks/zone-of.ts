import * as cases from '#cases'
import type { Work } from '#base/work'
import { hoursFor, type OwnHours } from './hours-for.ts'
import type { TaskRow } from './store/row.ts'

/** The hours in which the time of a task runs. */
export async function hoursOf(work: Work, task: Pick<TaskRow, 'case_id' | 'team_id'>): Promise<OwnHours> {
  const of = (await cases.facts(work, [task.case_id])).get(task.case_id)! // a foreign key says so
  return await hoursFor(work, { team: task.team_id, entry_point: of.entry_point_id })
}

export const zoneOf = async (work: Work, task: Pick<TaskRow, 'case_id' | 'team_id'>): Promise<string> =>
  (await hoursOf(work, task)).zone
