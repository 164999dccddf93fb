import * as cases from '#cases'
import { allow, can } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Baton } from './contract.ts'
import { show } from './show.ts'
import { countWaiting, countWaitingPortfolios, listEnded, listWaiting, type BatonRow, type Listing } from './store/baton.ts'

type Wanted = { side: Listing['side']; state: Listing['state']; cursor?: string | undefined; limit: number }
const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: nothing is theirs
export const meOf = (work: Work): PersonId => (work.actor.kind === 'person' ? work.actor.id : NOBODY)

export async function list(work: Work, { side, state, cursor, limit }: Wanted): Promise<{ items: Baton[]; next: string | null }> {
  if (side === 'all') allow(work, 'case.assign')
  const asked = { side, state, person: meOf(work), after: readCursor(cursor), most: limit + 1 }
  const rows = await (state === 'ended' ? listEnded : listWaiting)(work, asked)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const readable = side === 'all' ? await readableOf(work, page) : page
  return {
    items: await show(work, readable),
    next: last ? writeCursor(state === 'ended' ? last.ended_at! : last.answer_by, last.id) : null,
  }
}

// Whoever assigns cases of one brand sees hand-overs of that brand.
async function readableOf(work: Work, rows: readonly BatonRow[]): Promise<BatonRow[]> {
  const facts = await cases.facts(work, rows.map(({ case_id }) => case_id)) // prettier-ignore
  return rows.filter(({ case_id }) => can(work.actor, 'case.assign', { brand: facts.get(case_id)?.brand_id ?? null }))
}

export async function count(work: Work): Promise<{ received: number; given: number; escalated: number; portfolios: number }> {
  const [batons, portfolios] = await Promise.all([countWaiting(work, meOf(work)), countWaitingPortfolios(work, meOf(work))])
  return { ...batons, portfolios: portfolios.n }
}
