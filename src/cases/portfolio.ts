// Many cases pass together: offered in one transaction, all of them or none, and answered as a whole or (answer-hand-over) one by one. What
// else makes a portfolio (its occasion, its promises, its terms) is the room above's; here the cases carry its id.
import type { PersonId } from '#base/contract'
import { Refused, refuse, type Work } from '#base/work'
import { endOne, type AnswerAs } from './answer-hand-over.ts'
import {
  MOST_IN_A_PORTFOLIO,
  portfolioCannot,
  type CaseId,
  type HandOver,
  type HandOverBrief,
  type HandOverId,
} from './contract.ts'
import { holdOut } from './offer-hand-over.ts'
import { showHandOver } from './show-hand-over.ts'
import { findCase } from './store/case.ts'
import { findHandOver, waitingOf } from './store/hand-over.ts'

export type PortfolioOffer = {
  portfolio_id: string
  to: PersonId
  message: string
  due_at?: string | undefined
  cases: readonly { id: CaseId; brief?: HandOverBrief | undefined }[]
}

/** Refused as a whole, naming each case that cannot be offered and why. At most MOST_IN_A_PORTFOLIO at once. */
export async function offerPortfolio(work: Work, { cases, ...offer }: PortfolioOffer): Promise<HandOver[]> {
  if (cases.length > MOST_IN_A_PORTFOLIO) throw new RangeError(`at most ${MOST_IN_A_PORTFOLIO} cases at once`)
  const made: HandOverId[] = []
  const cannot: { id: string; number: number | null; why: string }[] = []
  // In the order of ids: of two portfolios that share cases one waits for the other.
  for (const each of cases.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      made.push(await holdOut(work, { ...offer, ...each }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      cannot.push({ id: each.id, number: (await findCase(work, each.id))?.number ?? null, why: error.refusal.code })
    }
  }
  if (cannot.length > 0) throw refuse(portfolioCannot, { cases: cannot })
  const shown: HandOver[] = []
  for (const id of made) shown.push(await showHandOver(work, (await findHandOver(work, id))!))
  return shown
}

/** All that still wait for an answer, in one transaction; those that ended meanwhile stay as they ended. How many were answered. */
export async function answerPortfolio(
  work: Work,
  given: { portfolio_id: string; as: AnswerAs; answer: string },
): Promise<{ answered: number }> {
  let answered = 0
  for (const offered of await waitingOf(work, given.portfolio_id)) if (await endOne(work, offered, given)) answered++
  return { answered }
}
