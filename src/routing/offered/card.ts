// What is known of the work somebody is offered: who it is for, what was said, what came before. Read as that person: what they may not read
// is not on the card, and a task asked of the back office shows its title alone.
import * as brands from '#brands'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId, Listed } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { TaskId } from '#tasks/contract'
import { offerUnknown, type OfferCard, type OfferId } from '../contract.ts'
import { findItem, type ItemRow } from '../store/item.ts'
import { findOffer } from '../store/offer.ts'
import { historyOf } from './history.ts'
import { opensAt } from './opens.ts'

export async function showCard(work: Work, { id }: { id: OfferId }): Promise<OfferCard> {
  allow(work, 'routing.take')
  const item = await offeredToMe(work, id)
  const of = item.case_id ? await caseOf(work, item.case_id) : undefined
  const [who, brand, promise, history] = await Promise.all([
    whoIsIt(work, item, of),
    of && brands.brand(work, of.brand.id as BrandId), // a case's brand
    of ? owedCall(work, of.id, item) : null,
    historyOf(work, { customer: customerOf(item, of), but: of?.id ?? null, earlier_today: item.facts.earlier_today }),
  ])
  return {
    ...itselfOf(item), offer: id, who, brand: brand ? { name: brand.name, colour: brand.colour } : null, case: of ? shownCase(of) : null, promise,
    first_words: of && item.kind !== 'task' ? of.excerpt : '', history,
  } // prettier-ignore
}

async function offeredToMe(work: Work, id: OfferId): Promise<ItemRow> {
  const offer = await findOffer(work, id)
  const item = offer && offer.person_id === meOf(work) ? await findItem(work, offer.item_id) : undefined
  if (!item) throw refuse(offerUnknown, {})
  return item
}

const itselfOf = (item: ItemRow) => ({
  arrived_at: item.arrived_at.toString(),
  due_at: item.due_at?.toString() ?? null,
  task: item.kind === 'task' && item.subject_id ? { id: item.subject_id as TaskId, title: item.title } : null, // what a task's item is about
  opens: opensAt(item),
})

const meOf = ({ actor }: Work): PersonId | null => (actor.kind === 'person' ? actor.id : null)

/** As a list would show it to the reader; undefined where they may not read it. A case that is part of another is that other. */
async function caseOf(work: Work, id: CaseId): Promise<Listed | undefined> {
  const main = (await cases.mainOf(work, [id])).get(id) ?? id
  return (await cases.list(work, { ids: [main], status: 'all', limit: 1 })).items[0]
}

function customerOf(item: ItemRow, of: Listed | undefined): CustomerId | null {
  return (of?.customer?.id ?? (of ? item.facts.customer : null)) as CustomerId | null // named by the case, or by whoever brought the item
}

async function whoIsIt(work: Work, item: ItemRow, of: Listed | undefined): Promise<OfferCard['who']> {
  const id = customerOf(item, of)
  const known = id ? (await customers.find(work, [id])).get(id) : undefined
  if (!known) return { id: null, name: '', company: null }
  return { id: known.id, name: known.name, company: known.company?.name ?? null }
}

function shownCase(of: Listed): OfferCard['case'] {
  const { id, number, subject, reason, priority, owner } = of
  return { id, number, subject, reason: reason?.name ?? null, priority, owner }
}

async function owedCall(work: Work, of: CaseId, item: ItemRow): Promise<OfferCard['promise']> {
  if (item.kind !== 'promise') return null
  const found = (await commitments.promisesOf(work, [of])).find(({ id }) => id === item.subject_id)
  return found ? { what: found.what, due_at: found.due_at.toString() } : null
}
