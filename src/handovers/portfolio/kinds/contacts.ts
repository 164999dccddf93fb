// Points of contact a person holds, named by whom they are for: who answers is another line of the register each time it changes. They are of
// customers, companies and projects. A deputy's place is not the person's to give; it follows whoever leaves.
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PointOfContact } from '#customers/contract'
import type { Found, Kind, Wanted } from './kind.ts'

const MOST_PAGES = 100

async function page(work: Work, { person, cursor, limit, customer, company }: Wanted): Promise<Found> {
  const { items, next } = await customers.pointsOfContact(work, { when: 'now', person, cursor, limit })
  return {
    items: items
      .filter((each) => each.person?.id === person)
      .filter((each) => (!customer || isOf(each, 'customer', customer)) && (!company || isOf(each, 'company', company)))
      .map((each) => ({
        kind: 'contact', id: each.subject.id, label: each.subject.name, detail: each.of, customer: each.of === 'customer' ? each.subject : null,
        company: each.of === 'company' ? each.subject : null, case_id: null, at: each.from, quiet: false,
      })), // prettier-ignore
    next,
  }
}

const isOf = ({ of, subject }: PointOfContact, what: PointOfContact['of'], id: string): boolean =>
  of === what && subject.id === id

async function held(work: Work, person: PersonId, subjects: ReadonlySet<string>): Promise<PointOfContact[]> {
  const found: PointOfContact[] = []
  let cursor: string | undefined
  for (let left = MOST_PAGES; left > 0; left--) {
    const { items, next } = await customers.pointsOfContact(work, { when: 'now', person, cursor, limit: 200 })
    found.push(...items.filter((each) => each.person?.id === person && subjects.has(each.subject.id)))
    if (!next) break
    cursor = next
  }
  return found
}

export const contacts: Kind = {
  kind: 'contact',
  count: async (work, person) => (await customers.restingOn(work, person)).find(({ kind }) => kind === 'contact')?.count ?? 0,
  page,
  holds: async (work, ids, person) => new Set((await held(work, person, new Set(ids))).map(({ subject }) => subject.id)),
  pass: async (work, ids, { from, to }) => {
    const of = await held(work, from, new Set(ids))
    if (of.length > 0) await customers.pass(work, { from, to, kind: 'contact', ids: of.map(({ id }) => id) })
  },
}
