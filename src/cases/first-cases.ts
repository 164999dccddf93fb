// For rooms above that treat new customers otherwise: which of these cases are the first one their customer ever had. A case without a customer is
// nobody's first.
import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { findFirst } from './store/first.ts'

export async function firstCases(work: Work, ids: readonly CaseId[]): Promise<Set<CaseId>> {
  const rows = ids.length === 0 ? [] : await findFirst(work, [...new Set(ids)])
  return new Set(rows.map(({ id }) => id))
}
