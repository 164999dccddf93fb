// For rooms above that ask whoever answers first: by which rule the one who answers for a case now was chosen. Unknown ids are left out.
import type { Work } from '#base/work'
import type { CaseId, OwnerRule } from './contract.ts'
import { currentOwnerships } from './store/ownership.ts'

export async function chosenBy(work: Work, ids: readonly CaseId[]): Promise<Map<CaseId, OwnerRule>> {
  const rows = ids.length === 0 ? [] : await currentOwnerships(work, [...new Set(ids)])
  return new Map(rows.map(({ case_id, chosen_by }) => [case_id, chosen_by]))
}
