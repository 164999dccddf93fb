// The case's own next deadline, within which what is asked for it must come back.
import * as clocks from '#clocks'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'

export type CaseDue = { due_at: Temporal.Instant; why: { fr: string; en: string }; late: boolean } // late: it went by already

export async function caseDue(work: Work, of: CaseId): Promise<CaseDue | null> {
  const due = (await clocks.dueOf(work, [of])).get(of)
  return due ? { due_at: due.due_at, why: { fr: due.fr, en: due.en }, late: due.late } : null
}
