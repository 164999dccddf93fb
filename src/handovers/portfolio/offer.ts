// Many things pass as one offer. The choice is written down at once; cases get their hand-over and their brief a few at a time, the first
// ones before the answer to whoever offers, the rest by a job.
import * as staff from '#staff'
import { allow, audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import {
  portfolioEmpty,
  portfolioOffered,
  receiverUnfit,
  type Item,
  type Occasion,
  type Portfolio,
  type PortfolioId,
  type WantedItems,
} from '../contract.ts'
import { termOf } from '../draft.ts'
import { meOf } from '../list.ts'
import { HOURS_FOR_PORTFOLIO } from '../answer-by.ts'
import { insertItems } from '../store/item.ts'
import { insertPortfolio } from '../store/portfolio.ts'
import { choose } from './choose.ts'
import { startPortfolioClock } from './clock.ts'
import { prepare } from './prepare.ts'
import { showPortfolio } from './show.ts'
import { tellPortfolioOffered } from './tell.ts'

type Offer = {
  from?: PersonId | undefined
  to: PersonId
  occasion: Occasion
  message: string
  wanted: WantedItems
  introduce: boolean
  answer_by?: string | undefined
}

export async function offerPortfolio(work: Work, given: Offer): Promise<Portfolio> {
  const from = given.from ?? meOf(work)
  if (from !== meOf(work)) allow(work, 'case.assign')
  const id = await offerItems(work, { ...given, from, returns: null }, await choose(work, from, given.wanted))
  return await showPortfolio(work, id)
}

type Offering = Omit<Offer, 'from' | 'wanted'> & { from: PersonId; returns: PortfolioId | null }

export async function offerItems(work: Work, given: Offering, items: readonly Item[]): Promise<PortfolioId> {
  const { from, to, occasion, message, introduce } = given
  if (to === from || !(await staff.active(work, to))) throw refuse(receiverUnfit, {})
  if (items.length === 0) throw refuse(portfolioEmpty, {})
  const { remind_at, answer_by } = await termOf(work, null, { wished: given.answer_by, working_hours: HOURS_FOR_PORTFOLIO })
  const id = newId<'portfolio'>(work.now)
  await insertPortfolio(work, {
    id, from_id: from, to_id: to, occasion, message, introduce, offered_by: actorId(work.actor), remind_at, answer_by, returns_id: given.returns,
  }) // prettier-ignore
  await insertItems(work, id, items.map((item, position) => ({ kind: item.kind, id: item.id, position: position + 1, shown: shownOf(item) }))) // prettier-ignore
  await startPortfolioClock(work, id, remind_at)
  await audit(work, 'portfolio.offered', { about: id, details: { from, to, occasion, items: items.length } })
  work.publish(portfolioOffered, { portfolio_id: id, from, to })
  await tellPortfolioOffered(work, { id, from, to, count: items.length })
  await prepare(work, id)
  return id
}

const shownOf = ({ label, detail, customer, company, case_id, at, quiet }: Item) => ({
  label,
  detail,
  customer,
  company,
  case_id,
  at,
  quiet,
})
