import type { Work } from '#base/work'
import type { CustomerFacts, CustomerId } from './contract.ts'
import { findFacts, type FactsRow } from './store/customer.ts'

const MOST = 1_000

// What other rooms show beside a case. Unknown ids are left out; at most a thousand at once.
export async function find(work: Work, ids: readonly CustomerId[]): Promise<Map<CustomerId, CustomerFacts>> {
  if (ids.length > MOST) throw new RangeError(`at most ${MOST} customers at once`)
  const rows = ids.length === 0 ? [] : await findFacts(work, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

export const factsOf = (row: FactsRow): CustomerFacts => ({
  id: row.id,
  name: row.name,
  language: row.language,
  company: row.company_id && row.company_name !== null ? { id: row.company_id, name: row.company_name } : null,
  email: row.email,
})
