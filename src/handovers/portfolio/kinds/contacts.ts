// Points of contact a person holds: of customers, companies and projects. A deputy's place is not the person's to give; it follows whoever leaves.
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PointOfContact } from '#customers/contract'
import type { Found, Kind, Wanted } from './kind.ts'

const OF = {
  customer: { fr: 'Client', en: 'Customer' },
  company: { fr: 'Société', en: 'Company' },
  project: { fr: 'Projet', en: 'Project' },
} as const

async function page(work: Work, { person, cursor, limit, customer, company }: Wanted): Promise<Found> {
  const { items, next } = await customers.pointsOfContact(work, { when: 'now', person, cursor, limit })
  return {
    items: items
      .filter((each) => each.person?.id === person)
      .filter((each) => (!customer || isOf(each, 'customer', customer)) && (!company || isOf(each, 'company', company)))
      .map((each) => ({
        kind: 'contact', id: each.id, label: each.subject.name, detail: OF[each.of].fr, customer: each.of === 'customer' ? each.subject : null,
        company: each.of === 'company' ? each.subject : null, case_id: null, at: each.from, quiet: false,
      })), // prettier-ignore
    next,
  }
}

const isOf = ({ of, subject }: PointOfContact, what: PointOfContact['of'], id: string): boolean =>
  of === what && subject.id === id

export const contacts: Kind = {
  kind: 'contact',
  count: async (work, person) => (await customers.restingOn(work, person)).find(({ kind }) => kind === 'contact')?.count ?? 0,
  page,
  holds: async (work: Work, ids: readonly string[], person: PersonId) => {
    const wanted = new Set(ids)
    const held = new Set<string>()
    for (let cursor: string | undefined, left = 100; left > 0; left--) {
      const found = await customers.pointsOfContact(work, { when: 'now', person, cursor, limit: 200 })
      for (const each of found.items) if (each.person?.id === person && wanted.has(each.id)) held.add(each.id)
      if (!found.next) break
      cursor = found.next
    }
    return held
  },
  pass: (work, ids, { from, to }) => customers.pass(work, { from, to, kind: 'contact', ids }),
}
