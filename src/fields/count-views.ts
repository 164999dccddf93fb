// How many cases the views of my rail show: counted up to a hundred, and of views that must be looked through, among the latest.
import * as cases from '#cases'
import type { Work } from '#base/work'
import { COUNT_UP_TO, MOST_IN_RAIL, MOST_VIEWS, type ViewId } from './contract.ts'
import { rareCases } from './rare-cases.ts'
import { meOf } from './show-view.ts'
import { sievesOf, throughAll } from './sieves.ts'
import { testsOf } from './tests-of.ts'
import { viewsFor, type ViewRow } from './store/view.ts'
import { wantedOf } from './view-cases.ts'
import { Refused } from '#base/work'

const LOOKED_AT = 200
const MOST_ROUNDS = 3

export async function countViews(work: Work): Promise<{ items: { id: ViewId; count: number; more: boolean }[] }> {
  const views = (await viewsFor(work, meOf(work), MOST_VIEWS * 2)).filter(({ in_rail }) => in_rail).slice(0, MOST_IN_RAIL)
  const items: { id: ViewId; count: number; more: boolean }[] = []
  for (const view of views) items.push({ id: view.id, ...(await countOf(work, view)) })
  return { items }
}

async function countOf(work: Work, view: ViewRow): Promise<{ count: number; more: boolean }> {
  const asking = await testsOf(work, view).catch((error: unknown) => {
    if (error instanceof Refused) return null // its field changed since: the page of the view says so
    throw error
  })
  if (!asking) return { count: 0, more: false }
  const sieves = sievesOf(view.filter, asking.tests)
  const ids = sieves.length > 0 ? await rareCases(work, asking.tests, sieves) : null
  if (sieves.length > 0 && !ids) return await countAlong(work, view, sieves)
  const n = await cases.countListed(work, { ...wantedOf(view.filter), ...(ids ? { ids } : {}), limit: COUNT_UP_TO + 1 })
  return { count: Math.min(n, COUNT_UP_TO), more: n > COUNT_UP_TO }
}

async function countAlong(
  work: Work,
  view: ViewRow,
  sieves: ReturnType<typeof sievesOf>,
): Promise<{ count: number; more: boolean }> {
  let count = 0
  let cursor: string | undefined
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { items, next } = await cases.walk(work, { ...wantedOf(view.filter), cursor, limit: LOOKED_AT })
    count += (await throughAll(work, sieves, items.map(({ id }) => id))).length // prettier-ignore
    if (!next) return { count: Math.min(count, COUNT_UP_TO), more: count > COUNT_UP_TO }
    if (count > COUNT_UP_TO) break
    cursor = next
  }
  return { count: Math.min(count, COUNT_UP_TO), more: true }
}
