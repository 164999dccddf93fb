import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Asked, Deadline, Fit, TaskId } from './contract.ts'
import { look } from './deadline.ts'
import { expectedBegin } from './expected-begin.ts'
import { hoursFor } from './hours-for.ts'

type Asking = { case: CaseId; asked?: Asked | undefined; deadline?: Deadline | undefined; after: readonly TaskId[] }

/** Would it be due within the case's own deadline? Said while it is being asked. */
export async function fit(work: Work, { case: id, asked, deadline, after }: Asking): Promise<Fit> {
  const of = await cases.needCase(work, id, 'case.reply')
  const team = asked && 'team' in asked ? asked.team : null
  const own = await hoursFor(work, { team, entry_point: of.entry_point_id })
  return await look(work, { of: of.id, deadline, own, begins: await expectedBegin(work, of.id, after) })
}
