// One case is offered to somebody, with its brief. Until they accept, the giver answers for it.
import * as cases from '#cases'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Brief, FullBaton, PortfolioId, WishedWord } from './contract.ts'
import { write } from './draft.ts'
import { recordBaton } from './record.ts'
import { showFull } from './show-full.ts'

export type Offer = {
  case: CaseId
  version?: number | undefined
  to: PersonId
  message: string
  brief?: Brief | undefined
  introduction?: WishedWord | undefined
  answer_by?: string | undefined
}

export async function offer(work: Work, given: Offer): Promise<FullBaton> {
  const id = await offerOne(work, given, null)
  return await showFull(work, id)
}

export async function offerOne(work: Work, given: Offer, portfolio: { id: PortfolioId; answer_by: Temporal.Instant } | null) {
  const written = await write(work, { case: given.case, to: given.to }, { answer_by: given.answer_by })
  const made = await cases.offerHandOver(work, {
    id: given.case,
    version: given.version,
    to: given.to,
    message: given.message,
    brief: given.brief ?? written.brief,
    due_at: String(portfolio?.answer_by ?? written.by),
  })
  await recordBaton(
    work,
    {
      id: made.id,
      case_id: given.case,
      from: made.from.id,
      to: made.to.id,
      message: given.message,
      offered_at: work.now,
      portfolio,
    },
    { written, chosen: { brief: given.brief, introduction: given.introduction } },
  )
  return made.id
}
