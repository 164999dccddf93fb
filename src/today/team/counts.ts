// What each of several people carries, counted by each room for all of them at once.
import { scopesFor } from '#access'
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Counts } from '../contract.ts'
import { countSums } from '../store/unhappy.ts'

export async function countsOf(work: Work, people: readonly PersonId[], until: Temporal.Instant): Promise<Map<PersonId, Counts>> {
  const [standing, promised, running, asked, sums] = await Promise.all([
    cases.countsOf(work, people),
    commitments.countOwedBy(work, { people, due_until: until }),
    clocks.countsOf(work, people, until),
    tasks.countsOf(work, people),
    countSums(work, people, scopesFor(work.actor, 'case.read')),
  ])
  const unhappy = new Map(sums.map(({ owner_id, n }) => [owner_id, n]))
  return new Map(
    people.map((id) => {
      const { late: promises_late, due: promises_today } = promised.get(id) ?? NO_DATES
      const { late: deadlines_late, due: deadlines_today, silent } = running.get(id) ?? NO_DATES
      const { late: tasks_late, open: tasks_open } = asked.get(id) ?? NO_DATES
      return [
        id,
        { ...NONE, ...standing.get(id), promises_late, promises_today, deadlines_late, deadlines_today, silent, tasks_late, tasks_open, unhappy: unhappy.get(id) ?? 0 },
      ]
    }),
  ) // prettier-ignore
}

const NO_DATES = { late: 0, due: 0, silent: 0, open: 0 }

export const NONE: Counts = {
  open: 0, new: 0, waiting_for_us: 0, promises_late: 0, promises_today: 0, deadlines_late: 0, deadlines_today: 0, silent: 0, tasks_late: 0, tasks_open: 0,
  hand_overs: 0, unhappy: 0,
} // prettier-ignore

export const totalOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, each) => Object.fromEntries(Object.entries(each).map(([name, n]) => [name, n + sum[name as keyof Counts]])) as Counts, // entries keep their names
    NONE,
  )
