// What happens to a case ends the hand-over that waits in it, and the hand-over says by what.
import type { Work } from '#base/work'
import { handOverEnded, type CaseId, type Overtaking } from './contract.ts'
import { endHandOversOf, type EndedRow } from './store/hand-over.ts'

export async function endHandOvers(
  work: Work,
  id: CaseId,
  { accepted, by }: { accepted?: string | undefined; by: Overtaking },
): Promise<void> {
  for (const ended of await endHandOversOf(work, id, by)) if (ended.id !== accepted) tellEnded(work, ended)
}

export function tellEnded(work: Work, ended: EndedRow): void {
  const { id: hand_over_id, case_id, from_id: from, to_id: to, ended_as: as, overtaken_by, portfolio_id } = ended
  work.publish(handOverEnded, { case_id, hand_over_id, from, to, as, overtaken_by, portfolio_id }, { case_id })
}
