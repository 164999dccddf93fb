// Where nobody answered a portfolio, whoever gives cases decides: in the place of the one who was asked, or for somebody else.
import { audit } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { portfolioOver, type Item, type Portfolio, type PortfolioId } from '../contract.ts'
import { listItems, type ItemRow } from '../store/item.ts'
import { answerWhole } from './answer.ts'
import { MOST_IN_ALL } from './choose.ts'
import { holdPortfolio } from './need.ts'
import { offerItems } from './offer.ts'
import { passOn } from './pass-on.ts'
import { showPortfolio } from './show.ts'
import { withdrawPortfolio } from './withdraw.ts'

type Decision = { id: PortfolioId; to: PersonId; because: string }

export async function settlePortfolio(work: Work, { id, to, because }: Decision): Promise<Portfolio> {
  const portfolio = await holdPortfolio(work, id)
  if (portfolio.ended_at || portfolio.answered_as)
    throw refuse(portfolioOver, { as: portfolio.ended_as ?? portfolio.answered_as })
  await audit(work, 'portfolio.settled', { about: id, details: { from: portfolio.from_id, asked: portfolio.to_id, to, because } })
  if (to === portfolio.to_id) {
    await answerWhole(work, id, { as: 'accepted', because })
    await passOn(work, id)
    return await showPortfolio(work, id)
  }
  const waiting = await listItems(work, { portfolio: id, kind: undefined, state: 'waiting', after: 0, most: MOST_IN_ALL })
  await withdrawPortfolio(work, id, because) // over before the same things are offered again
  const { from_id: from, occasion, message, introduce } = portfolio
  return await showPortfolio(
    work,
    await offerItems(work, { from, to, occasion, message, introduce, returns: portfolio.returns_id }, waiting.map(asItem)),
  )
}

const asItem = ({ kind, id, shown }: ItemRow): Item => ({ ...shown, kind, id, offered_to: null })
