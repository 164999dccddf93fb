// For whom I stand in at this moment, until when, and how many of their cases.
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Covering } from './contract.ts'
import { chosenFor } from './store/choice.ts'

const AT_ONCE = 200
const MOST_PAGES = 10

export async function covering(work: Work): Promise<{ items: Covering[] }> {
  if (work.actor.kind !== 'person') return { items: [] }
  const byOwner = new Map<PersonId, number>()
  let cursor: string | undefined
  for (let left = MOST_PAGES; left > 0; left--) {
    const { items, next } = await cases.list(work, { owner: 'covered', status: 'open', limit: AT_ONCE, cursor })
    for (const { owner } of items) byOwner.set(owner.id, (byOwner.get(owner.id) ?? 0) + 1)
    if (!next) break
    cursor = next
  }
  const [people, away, chosen] = await Promise.all([
    staff.find(work, [...byOwner.keys()]),
    staff.absencesBetween(work, { starts_at: work.now, ends_at: work.now.add({ seconds: 1 }) }),
    chosenFor(work, work.actor.id),
  ])
  const count = new Map(chosen.map(({ absence_id, n }) => [absence_id, n]))
  return {
    items: [...byOwner].flatMap(([id, cases_of]) => {
      const absence = away.find(({ person }) => person === id)
      if (!absence) return [] // part of every week: it has no plan of its own
      const until = people.get(id)?.absent_until ?? absence.ends_at
      return [{ absence: absence.id, person: { id, name: people.get(id)?.name ?? '' }, until: until.toString(), cases: cases_of, chosen: count.get(absence.id) ?? 0 }]
    }),
  } // prettier-ignore
}
