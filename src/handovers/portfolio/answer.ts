// Yes, no or taken back, for all that waits or for some of it. What is answered is written down at once and done a few at a time.
import { audit, can } from '#access'
import { notAllowed } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { portfolioOver, reasonNeeded, type ItemKind, type Portfolio, type PortfolioId } from '../contract.ts'
import { isMe } from '../need.ts'
import { recordAnswered, type PortfolioRow } from '../store/portfolio.ts'
import { wishAll, wishSome } from '../store/item.ts'
import { holdPortfolio } from './need.ts'
import { passOn } from './pass-on.ts'
import { showPortfolio } from './show.ts'

type Answer = {
  id: PortfolioId
  as: 'accepted' | 'declined' | 'withdrawn'
  because: string
  items?: readonly { kind: ItemKind; id: string }[] | undefined
}

export async function answerPortfolio(work: Work, { id, as, because, items }: Answer): Promise<Portfolio> {
  const portfolio = await holdPortfolio(work, id)
  if (portfolio.ended_at || portfolio.answered_as)
    throw refuse(portfolioOver, { as: portfolio.ended_as ?? portfolio.answered_as })
  refuseOthers(work, portfolio, as)
  if (as === 'declined' && because.trim() === '') throw refuse(reasonNeeded, {})
  await audit(work, `portfolio.${as}`, {
    about: id,
    details: { from: portfolio.from_id, to: portfolio.to_id, items: items?.length ?? 'all' },
  })
  if (items) await wishSome(work, id, { as, because, items })
  else await answerWhole(work, id, { as, because })
  await passOn(work, id)
  return await showPortfolio(work, id)
}

export async function answerWhole(
  work: Work,
  id: PortfolioId,
  { as, because }: { as: Answer['as']; because: string },
): Promise<void> {
  await wishAll(work, id, { as, because })
  await recordAnswered(work, id, { as, by: actorId(work.actor), answer: because })
}

function refuseOthers(work: Work, portfolio: PortfolioRow, as: Answer['as']): void {
  if (work.actor.kind === 'system') return
  if (as === 'withdrawn' ? isMe(work, portfolio.from_id) || can(work.actor, 'case.assign') : isMe(work, portfolio.to_id)) return
  throw refuse(notAllowed, { permission: as === 'withdrawn' ? 'case.assign' : 'hand_over.answer' })
}
