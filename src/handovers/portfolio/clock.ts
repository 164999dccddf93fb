// The clock of a portfolio, as that of a single hand-over: reminded as one, goes up as one.
import { jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import { portfolioEscalated, type PortfolioId } from '../contract.ts'
import { managersOf } from '../managers-of.ts'
import { lockPortfolio, recordPortfolioEscalated, recordPortfolioReminded, type PortfolioRow } from '../store/portfolio.ts'
import { tellPortfolioEscalation, tellPortfolioReminder } from './tell.ts'

const ticking = jobKind<{ portfolio: PortfolioId }>('handovers.portfolio_clock')

export const startPortfolioClock = (work: Work, portfolio: PortfolioId, at: Temporal.Instant): Promise<string> =>
  later(work, ticking, { payload: { portfolio }, id: portfolio, at })

export const portfolioClock = worker(ticking, (job) => job.work((work) => look(work, job)))

async function look(work: Work, job: Job<{ portfolio: PortfolioId }>): Promise<void> {
  const portfolio = await lockPortfolio(work, job.payload.portfolio)
  if (!portfolio || portfolio.ended_at || portfolio.answered_as || portfolio.escalated_at) return await job.finish(work)
  if (isPast(work, portfolio.answer_by)) {
    await escalate(work, portfolio)
    return await job.finish(work)
  }
  const soon = portfolio.reminded_at ? null : portfolio.remind_at
  if (soon && isPast(work, soon) && (await recordPortfolioReminded(work, portfolio.id)) > 0)
    await tellPortfolioReminder(work, portfolio)
  await job.again(work, soon && !isPast(work, soon) ? soon : portfolio.answer_by, 'not due yet')
}

async function escalate(work: Work, portfolio: PortfolioRow): Promise<void> {
  const told = await managersOf(work, portfolio.from_id)
  if ((await recordPortfolioEscalated(work, portfolio.id, told)) === 0) return
  await tellPortfolioEscalation(work, portfolio, told)
  work.publish(portfolioEscalated, { portfolio_id: portfolio.id, from: portfolio.from_id, to: portfolio.to_id, told })
}

const isPast = (work: Work, moment: Temporal.Instant): boolean => Temporal.Instant.compare(work.now, moment) >= 0
