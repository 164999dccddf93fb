import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ItemId, ItemWithOffers } from './contract.ts'
import { needItem } from './need-item.ts'
import { showWithOffers } from './show.ts'
import { itemsOfCase } from './store/item.ts'

const MOST_ITEMS = 20

/** How the work of a case was routed, the latest first: twenty items, each with its latest offers and receipts. */
export async function caseRouting(work: Work, { id }: { id: CaseId }): Promise<{ items: ItemWithOffers[] }> {
  await cases.needCase(work, id, 'case.read')
  return { items: await showWithOffers(work, await itemsOfCase(work, id, MOST_ITEMS)) }
}

export async function showItem(work: Work, { id }: { id: ItemId }): Promise<ItemWithOffers> {
  return (await showWithOffers(work, [await needItem(work, id)]))[0]!
}
