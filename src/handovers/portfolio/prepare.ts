// Each case of a portfolio gets its hand-over with its brief, some at a time. What cannot be offered any more is left out, and says why.
import { jobKind, later, worker } from '#base/jobs'
import { isUuid, type PersonId } from '#base/contract'
import { Refused, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { PortfolioId } from '../contract.ts'
import { derivedId } from '../derived-id.ts'
import { inNameOf } from '../in-name-of.ts'
import { offerOne } from '../offer.ts'
import { isToldEarlier, nextUnprepared, recordOffered, settleItem, type ItemRow } from '../store/item.ts'
import { lockPortfolio, recordPrepared, type PortfolioRow } from '../store/portfolio.ts'
import { endIfSettled } from './end.ts'

const AT_ONCE = 10
const preparing = jobKind<{ portfolio: PortfolioId }>('handovers.prepare')

/** True when all of it is offered. */
export async function prepare(work: Work, id: PortfolioId): Promise<boolean> {
  const done = await prepareSome(work, id)
  if (!done) await later(work, preparing, { payload: { portfolio: id }, id: derivedId('prepare', id) })
  return done
}

export const preparer = worker(preparing, (job) =>
  job.work(async (work) => {
    const done = await prepareSome(work, job.payload.portfolio)
    if (done) await job.finish(work)
    else await job.again(work, work.now, 'more to offer')
  }),
)

async function prepareSome(work: Work, id: PortfolioId): Promise<boolean> {
  const portfolio = await lockPortfolio(work, id)
  if (!portfolio || portfolio.ended_at) return true
  const items = await nextUnprepared(work, id, AT_ONCE)
  for (const item of items) await offerItem(work, portfolio, item)
  if (items.length === AT_ONCE) return false
  await recordPrepared(work, id)
  await endIfSettled(work, id)
  return true
}

async function offerItem(work: Work, portfolio: PortfolioRow, item: ItemRow): Promise<void> {
  const giver = isUuid(portfolio.offered_by)
    ? inNameOf(work, portfolio.offered_by as PersonId, [
        'case.read',
        'case.hand_over',
        ...(portfolio.offered_by === portfolio.from_id ? [] : (['case.assign'] as const)), // somebody else’s, which whoever offered may give
      ])
    : work // an actor's id, and a person's
  try {
    const skip = await whyUntold(work, portfolio, item)
    const hand_over = await offerOne(
      giver,
      { case: item.id as CaseId, to: portfolio.to_id, message: portfolio.message, introduction: skip ? { skip } : undefined }, // an item of this kind is a case
      portfolio,
    )
    await recordOffered(work, portfolio.id, { id: item.id, hand_over })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await settleItem(work, portfolio.id, { kind: 'case', id: item.id, state: 'gone', because: error.refusal.fr })
  }
}

// One customer with several cases is told once.
async function whyUntold(work: Work, { id, introduce }: PortfolioRow, { shown, position }: ItemRow): Promise<string | null> {
  if (!introduce) return 'La personne qui transmet ne le souhaite pas.'
  if (!shown.customer) return null
  const { told } = await isToldEarlier(work, id, { customer: shown.customer.id, position })
  return told ? 'Le client est prévenu dans un autre dossier.' : null
}
