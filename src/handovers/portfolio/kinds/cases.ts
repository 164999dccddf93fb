// Open cases a person answers for, quiet ones too.
import * as house from '#cases'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, Listed } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { Found, Kind, Wanted } from './kind.ts'

const QUIET_DAYS = 30
const MOST_COUNTED = 100_000

async function page(work: Work, { person, cursor, limit, customer, company }: Wanted): Promise<Found> {
  const wanted = { owner: person, status: 'open' as const, limit, cursor, customer: customer as CustomerId | undefined } // the contract says a customer
  const { items, next } = await house.list(work, wanted)
  const known = await customers.find(work, items.flatMap((each) => (each.customer ? [each.customer.id as CustomerId] : []))) // prettier-ignore
  const companyOf = (each: Listed) => (each.customer && known.get(each.customer.id as CustomerId)?.company) ?? null // a foreign key says so
  const quietSince = work.now.subtract({ hours: 24 * QUIET_DAYS })
  return {
    items: items
      .filter((each) => !company || companyOf(each)?.id === company)
      .map((each) => ({
        kind: 'case', id: each.id, label: `${each.number} · ${each.subject}`, detail: each.excerpt.slice(0, 160), customer: each.customer, company: companyOf(each),
        case_id: each.id, at: each.last_at, quiet: Temporal.Instant.compare(Temporal.Instant.from(each.last_at), quietSince) < 0,
      })), // prettier-ignore
    next,
  }
}

export const cases: Kind = {
  kind: 'case',
  count: (work, owner) => house.countListed(work, { owner, status: 'open', limit: MOST_COUNTED }),
  page,
  holds: async (work: Work, ids: readonly string[], person: PersonId) => {
    const facts = await house.facts(work, ids as readonly CaseId[]) // items of this kind are cases
    return new Set([...facts.values()].filter(({ owner_id, closed_at }) => owner_id === person && !closed_at).map(({ id }) => id))
  },
  pass: () => Promise.reject(new Error('a case passes by a hand-over')),
}
