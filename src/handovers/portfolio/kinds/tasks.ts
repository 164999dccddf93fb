// Tasks asked of a person by name, or taken by them from their team. The answer still goes to whoever answers for the case.
import * as house from '#tasks'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Found, Kind, Wanted } from './kind.ts'

const MOST_PAGES = 50

async function page(work: Work, { person, cursor, limit }: Wanted): Promise<Found> {
  const { items, next } = await house.listTasks(work, { whose: 'all', state: 'open', person, cursor, limit })
  return {
    items: items.map((each) => ({
      kind: 'task', id: each.id, label: `${each.reference} · ${each.title}`, detail: each.case ? `${each.case.number} · ${each.case.subject}` : '', customer: null,
      company: null, case_id: each.case?.id ?? null, at: each.due_at, quiet: false,
    })), // prettier-ignore
    next,
  }
}

async function held(work: Work, ids: readonly string[], person: PersonId): Promise<Set<string>> {
  const wanted = new Set(ids)
  const found = new Set<string>()
  let cursor: string | undefined
  for (let left = MOST_PAGES; left > 0; left--) {
    const { items, next } = await house.listTasks(work, { whose: 'all', state: 'open', person, cursor, limit: 200 })
    for (const { id } of items) if (wanted.has(id)) found.add(id)
    if (!next) break
    cursor = next
  }
  return found
}

export const tasks: Kind = {
  kind: 'task',
  count: async (work, person) => (await house.restingOn(work, person)).find(({ kind }) => kind === 'task')?.count ?? 0,
  page,
  holds: held,
  pass: (work, ids, { from, to }) => house.pass(work, { from, to, kind: 'task', ids }),
}
