import type { Work } from '#base/work'
import { cancelJob } from '#base/jobs'
import { portfolioEnded, type Portfolio, type PortfolioId } from '../contract.ts'
import { statesOf } from '../store/item.ts'
import { lockPortfolio, recordPortfolioEnd } from '../store/portfolio.ts'
import { tellPortfolioEnd } from './tell.ts'

type States = Awaited<ReturnType<typeof statesOf>>

/** Over when nothing in it waits any more; how, is what became of its parts. */
export async function endIfSettled(work: Work, id: PortfolioId): Promise<void> {
  const portfolio = await lockPortfolio(work, id)
  if (!portfolio || portfolio.ended_at || !portfolio.prepared_at) return
  const states = await statesOf(work, id)
  if (states.some(({ state }) => state === 'waiting')) return
  const as = endOf(states)
  await recordPortfolioEnd(work, id, as)
  await cancelJob(work, id)
  work.publish(portfolioEnded, { portfolio_id: id, from: portfolio.from_id, to: portfolio.to_id, as })
  await tellPortfolioEnd(work, portfolio, as)
}

export function endOf(states: States): NonNullable<Portfolio['ended_as']> {
  const count = (state: string, wish?: string): number =>
    states.filter((each) => each.state === state && (wish === undefined || each.wish === wish)).reduce((sum, { n }) => sum + n, 0)
  const [passed, declined, withdrawn] = [count('passed'), count('declined'), count('gone', 'withdrawn')]
  if (passed > 0) return declined + withdrawn > 0 ? 'partly' : 'accepted'
  if (declined > 0) return 'declined'
  return withdrawn > 0 ? 'withdrawn' : 'overtaken'
}
