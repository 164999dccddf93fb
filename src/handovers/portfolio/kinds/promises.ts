// Promises owed in closed cases: those of open cases go with the case.
import * as commitments from '#commitments'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Found, Kind, Wanted } from './kind.ts'

async function page(work: Work, { person, cursor, limit, customer }: Wanted): Promise<Found> {
  const { items, next } = await commitments.list(work, {
    owner: person,
    state: 'owed',
    limit,
    cursor,
    customer: customer as CustomerId | undefined,
  }) // the contract says a customer
  return {
    items: items
      .filter((each) => each.case.closed)
      .map((each) => ({
        kind: 'promise', id: each.id, label: each.what, detail: `${each.case.number} · ${each.case.subject}`, customer: each.customer, company: null,
        case_id: each.case.id, at: each.due_at, quiet: false,
      })), // prettier-ignore
    next,
  }
}

export const promises: Kind = {
  kind: 'promise',
  count: async (work, person) => (await commitments.restingOn(work, person)).find(({ kind }) => kind === 'promise')?.count ?? 0,
  page,
  holds: async (work: Work, ids: readonly string[], person: PersonId) => {
    const wanted = new Set(ids)
    const held = new Set<string>()
    for (let cursor: string | undefined, left = 100; left > 0; left--) {
      const found = await commitments.list(work, { owner: person, state: 'owed', limit: 200, cursor })
      for (const { id } of found.items) if (wanted.has(id)) held.add(id)
      if (!found.next) break
      cursor = found.next
    }
    return held
  },
  pass: async (work, ids, { from, to }) => void (await commitments.pass(work, { from, to, kind: 'promise', ids })),
}
