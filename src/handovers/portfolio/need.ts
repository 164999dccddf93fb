import { can } from '#access'
import { refuse, type Work } from '#base/work'
import { portfolioUnknown, type PortfolioId } from '../contract.ts'
import { isMe } from '../need.ts'
import { findPortfolio, lockPortfolio, type PortfolioRow } from '../store/portfolio.ts'

// Seen by whoever gives, whoever is asked, whoever it went up to, and who gives cases.
function visible(work: Work, found: PortfolioRow | undefined): PortfolioRow {
  if (!found) throw refuse(portfolioUnknown, {})
  const theirs = [found.from_id, found.to_id, ...found.escalated_to].some((person) => isMe(work, person))
  if (theirs || can(work.actor, 'case.assign')) return found
  throw refuse(portfolioUnknown, {})
}

export const needPortfolio = async (work: Work, id: PortfolioId): Promise<PortfolioRow> =>
  visible(work, await findPortfolio(work, id))
export const holdPortfolio = async (work: Work, id: PortfolioId): Promise<PortfolioRow> =>
  visible(work, await lockPortfolio(work, id))
