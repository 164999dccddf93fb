// What was answered is done: each thing in its own room, some at a time, in the name of whoever decided. A stopped server goes on where it was.
import * as cases from '#cases'
import * as house from './kinds/all.ts'
import { jobKind, later, worker } from '#base/jobs'
import { isUuid, type PersonId } from '#base/contract'
import { Refused, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { PortfolioId } from '../contract.ts'
import { derivedId } from '../derived-id.ts'
import { endBaton } from '../end.ts'
import { inNameOf } from '../in-name-of.ts'
import { nextWished, settleItem, type ItemRow, type State } from '../store/item.ts'
import { lockPortfolio, type PortfolioRow } from '../store/portfolio.ts'
import { endIfSettled } from './end.ts'

const AT_ONCE = 20
const passing = jobKind<{ portfolio: PortfolioId }>('handovers.pass')

export async function passOn(work: Work, id: PortfolioId): Promise<void> {
  if (!(await passSome(work, id))) await later(work, passing, { payload: { portfolio: id }, id: derivedId('pass', id) })
}

export const passer = worker(passing, (job) =>
  job.work(async (work) => {
    if (await passSome(work, job.payload.portfolio)) await job.finish(work)
    else await job.again(work, work.now, 'more to pass')
  }),
)

export async function passSome(work: Work, id: PortfolioId): Promise<boolean> {
  const portfolio = await lockPortfolio(work, id)
  if (!portfolio || portfolio.ended_at) return true
  const items = await nextWished(work, id, AT_ONCE)
  for (const item of items) await settleOne(work, portfolio, item)
  if (items.length === AT_ONCE) return false
  await endIfSettled(work, id)
  return true
}

async function settleOne(work: Work, portfolio: PortfolioRow, item: ItemRow): Promise<void> {
  const { state, because } = await doneWith(work, portfolio, item)
  await settleItem(work, portfolio.id, { kind: item.kind, id: item.id, state, because })
}

type Done = { state: State; because: string | null }
async function doneWith(work: Work, portfolio: PortfolioRow, item: ItemRow): Promise<Done> {
  try {
    if (item.kind === 'case') return await endCase(work, portfolio, item)
    if (item.wish !== 'accepted') return { state: item.wish === 'declined' ? 'declined' : 'gone', because: item.because }
    return await passThing(work, portfolio, item)
  } catch (error) {
    if (error instanceof Refused) return { state: 'gone', because: error.refusal.fr }
    throw error
  }
}

async function passThing(work: Work, { from_id: from, to_id: to }: PortfolioRow, { kind, id }: ItemRow): Promise<Done> {
  const of = house.kindNamed(kind)
  if (!(await of.holds(work, [id], from)).has(id)) return { state: 'gone', because: null }
  await of.pass(
    inNameOf(work, from, ['customer.edit', 'customer.read', 'case.read', 'case.reply', 'task.read', 'staff.read']), // who gave it decided
    [id],
    { from, to },
  )
  return { state: 'passed', because: null }
}

async function endCase(work: Work, portfolio: PortfolioRow, { id, hand_over_id, wish, because }: ItemRow): Promise<Done> {
  const as = wish!
  const state: State = as === 'accepted' ? 'passed' : as === 'declined' ? 'declined' : 'gone'
  if (!hand_over_id) return as === 'accepted' ? await giveAtOnce(work, portfolio, id) : { state, because }
  const manager = decidedBy(portfolio)
  if (manager && as === 'accepted') {
    await giveAtOnce(work, portfolio, id)
    await endBaton(work, hand_over_id, { as, by: manager, answer: because ?? '' })
    return { state, because }
  }
  const who = inNameOf(work, as === 'withdrawn' ? portfolio.from_id : portfolio.to_id, ['case.read'])
  await cases.answerHandOver(who, { id: hand_over_id, as, answer: because ?? '' })
  await endBaton(work, hand_over_id, { as, by: null, answer: because ?? '' })
  return { state, because }
}

// In the place of the one who was asked: a manager decided, or the yes came before the case was offered.
async function giveAtOnce(work: Work, { from_id, to_id, answered_by }: PortfolioRow, id: string): Promise<Done> {
  const by =
    answered_by && isUuid(answered_by) ? inNameOf(work, answered_by as PersonId, ['case.read', 'case.assign', 'case.take']) : work // an actor's id, and a person's
  await cases.setOwner(by, { id: id as CaseId, owner: to_id, expected_owner: from_id }) // an item of this kind is a case
  return { state: 'passed', because: null }
}

const decidedBy = ({ answered_by, to_id }: PortfolioRow): PersonId | null =>
  answered_by && isUuid(answered_by) && answered_by !== to_id ? (answered_by as PersonId) : null
