import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TaskId } from './contract.ts'
import { hoursFor } from './hours-for.ts'
import { expectedBegin as expected, type Node } from './rules/expected.ts'
import { dueAfter } from './own-time.ts'
import { waitsOf } from './store/order.ts'
import { openInCases } from './store/task.ts'

const MOST = 400

/** When a task that waits for these may be expected to begin: now, when it waits for none. */
export async function expectedBegin(work: Work, of: CaseId, after: readonly TaskId[]): Promise<Temporal.Instant> {
  if (after.length === 0) return work.now
  const open = await openInCases(work, [of], MOST)
  const waits = Map.groupBy(await waitsOf(work, open.map(({ id }) => id)), ({ task_id }) => task_id) // prettier-ignore
  const entry_point = (await cases.facts(work, [of])).get(of)!.entry_point_id // the caller holds the case
  const teams = new Map(await Promise.all([...new Set(open.map(({ team_id }) => team_id))].map(async (team) => [team, await hoursFor(work, { team, entry_point })] as const))) // prettier-ignore
  const tasks = new Map<string, (typeof open)[number]>(open.map((task) => [task.id, task]))
  const nodes = new Map<string, Node>(open.map(({ id, due_at, due_by }) => [id, { id, due_at: due_at ?? due_by, after: (waits.get(id) ?? []).map((wait) => wait.id) }])) // prettier-ignore
  return expected(after, nodes, {
    now: work.now,
    add: (id, from) => {
      const { team_id, minutes } = tasks.get(id)!
      return dueAfter(teams.get(team_id)!.hours, from, minutes ?? 0) ?? from
    },
  })
}
