// For rooms above: companies by their ids. Unknown ids are left out; at most a thousand at once.
import type { Work } from '#base/work'
import type { CompanyId } from './contract.ts'
import { findCompanies as find } from './store/company.ts'

const MOST = 1_000
export async function findCompanies(
  work: Work,
  ids: readonly CompanyId[],
): Promise<Map<CompanyId, { id: CompanyId; name: string }>> {
  if (ids.length > MOST) throw new RangeError(`at most ${MOST} companies at once`)
  const rows = ids.length === 0 ? [] : await find(work, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}
