// What came before, for whoever is offered work: the customer's last contacts and what we owe them. As much of it as the reader may read.
import * as cases from '#cases'
import * as commitments from '#commitments'
import { scopesFor } from '#access'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { OfferCard } from '../contract.ts'

type Asked = { customer: CustomerId | null; but: CaseId | null; earlier_today: number }
const MOST = 3

export async function historyOf(work: Work, { customer, but, earlier_today }: Asked): Promise<OfferCard['history']> {
  if (!customer || scopesFor(work.actor, 'case.read').length === 0) return { earlier_today: 0, last: [], promises: [] }
  const [before, owed] = await Promise.all([
    cases.list(work, { customer, status: 'all', limit: MOST + 1 }),
    commitments.list(work, { customer, state: 'owed', limit: MOST }),
  ])
  return {
    earlier_today,
    last: before.items
      .filter(({ id }) => id !== but)
      .slice(0, MOST)
      .map(({ id, number, subject, status, channels, last_at, owner }) => ({ case_id: id, number, subject, open: status === 'open', channels, at: last_at, owner: owner.name })),
    promises: owed.items.map(({ what, due_at, state }) => ({ what, due_at, late: state === 'broken' })),
  }
} // prettier-ignore
