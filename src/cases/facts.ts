// What rooms above show beside what they keep of a case. Unknown ids are left out; at most a thousand at once. Whoever asks decides who sees it.
import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { findFacts, type CaseFacts } from './store/facts.ts'

export type { CaseFacts } from './store/facts.ts'
const MOST = 1_000

export async function facts(work: Work, ids: readonly CaseId[]): Promise<Map<CaseId, CaseFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length > MOST) throw new RangeError(`at most ${MOST} cases at once`)
  const rows = wanted.length === 0 ? [] : await findFacts(work, wanted)
  return new Map(rows.map((row) => [row.id, row]))
}
