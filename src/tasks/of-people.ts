// For a page about several people: how many tasks each of them has to answer, and how many of these are late.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { tasksBy } from './store/of-people.ts'

export async function countsOf(work: Work, people: readonly PersonId[]): Promise<Map<PersonId, { open: number; late: number }>> {
  return new Map((await tasksBy(work, people)).map(({ person_id, ...counted }) => [person_id, counted]))
}
