// Portfolios with names and figures, and how far each has passed.
import * as staff from '#staff'
import { can } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { Work } from '#base/work'
import { allow } from '#access'
import type { ItemKind, Portfolio, PortfolioId, PortfolioItem } from '../contract.ts'
import { isMe } from '../need.ts'
import { meOf } from '../list.ts'
import { listItems, type State } from '../store/item.ts'
import { countItems, listPortfolios as list, type Counted, type PortfolioRow } from '../store/portfolio.ts'
import { needPortfolio } from './need.ts'
import { kinds } from './kinds/all.ts'

export const showPortfolio = async (work: Work, id: PortfolioId): Promise<Portfolio> =>
  (await show(work, [await needPortfolio(work, id)]))[0]!

type Page = { side: 'received' | 'given' | 'all'; state: 'waiting' | 'ended'; cursor?: string | undefined; limit: number }
export async function listPortfolios(
  work: Work,
  { side, state, cursor, limit }: Page,
): Promise<{ items: Portfolio[]; next: string | null }> {
  if (side === 'all') allow(work, 'case.assign')
  const rows = await list(work, {
    side,
    ended: state === 'ended',
    person: meOf(work),
    after: readCursor(cursor),
    most: limit + 1,
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: await show(work, rows.slice(0, limit)), next: last ? writeCursor(last.offered_at, last.id) : null }
}

type ItemsPage = {
  id: PortfolioId
  kind?: ItemKind | undefined
  state?: State | undefined
  cursor?: string | undefined
  limit: number
}
export async function listPortfolioItems(
  work: Work,
  { id, kind, state, cursor, limit }: ItemsPage,
): Promise<{ items: PortfolioItem[]; next: string | null }> {
  await needPortfolio(work, id)
  const after = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
  const rows = await listItems(work, { portfolio: id, kind, state, after, most: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    items: page.map(({ shown, kind: of, id: item, state: now, because, hand_over_id }) => ({ ...shown, kind: of, id: item, state: now, because, hand_over_id })),
    next: rows.length > limit ? String(page.at(-1)!.position) : null,
  } // prettier-ignore
}

async function show(work: Work, rows: readonly PortfolioRow[]): Promise<Portfolio[]> {
  const [people, counted] = await Promise.all([
    staff.find(work, rows.flatMap(({ from_id, to_id }) => [from_id, to_id])),
    countItems(work, rows.map(({ id }) => id)),
  ]) // prettier-ignore
  const counts = new Map(counted.map((each) => [each.portfolio_id, each.counts]))
  const person = (id: PortfolioRow['from_id']) => ({ id, name: people.get(id)?.name ?? '' })
  return rows.map((row) => ({
    id: row.id, from: person(row.from_id), to: person(row.to_id), occasion: row.occasion, message: row.message, state: stateOf(row),
    offered_at: row.offered_at.toString(), answer_by: row.answer_by.toString(), escalated_at: row.escalated_at?.toString() ?? null,
    ended_at: row.ended_at?.toString() ?? null, ended_as: row.ended_as, answer: row.answer, returns: row.returns_id,
    ...figures(counts.get(row.id) ?? []), may: mayDo(work, row),
  })) // prettier-ignore
}

const stateOf = (row: PortfolioRow): Portfolio['state'] =>
  row.ended_at ? 'ended' : row.answered_as ? 'passing' : row.prepared_at ? 'waiting' : 'preparing'

function figures(counted: readonly Counted[]): Pick<Portfolio, 'counts' | 'kinds'> {
  const sum = (rows: readonly Counted[]): number => rows.reduce((all, { n }) => all + n, 0)
  const of = (state: State): number => sum(counted.filter((each) => each.state === state))
  return {
    counts: { all: sum(counted), waiting: of('waiting'), passed: of('passed'), declined: of('declined'), gone: of('gone') },
    kinds: kinds
      .map(({ kind }) => {
        const own = counted.filter((each) => each.kind === kind)
        return { kind, count: sum(own), waiting: sum(own.filter(({ state }) => state === 'waiting')) }
      })
      .filter(({ count }) => count > 0),
  }
}

function mayDo(work: Work, row: PortfolioRow): Portfolio['may'] {
  const assign = can(work.actor, 'case.assign')
  if (row.ended_at) return mayGiveBack(row) && (isMe(work, row.to_id) || assign) ? ['back'] : []
  if (row.answered_as) return []
  const deeds: [Portfolio['may'][number], boolean][] = [
    ['answer', isMe(work, row.to_id)],
    ['withdraw', isMe(work, row.from_id) || assign],
    ['settle', assign && row.escalated_at !== null],
  ]
  return deeds.filter(([, may]) => may).map(([deed]) => deed)
}

const mayGiveBack = ({ ended_as, occasion }: PortfolioRow): boolean =>
  (ended_as === 'accepted' || ended_as === 'partly') && occasion !== 'departure'
