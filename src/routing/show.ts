// Rows as the desk sees them: with the names of people, queues, cases and customers, asked once for all of them.
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Item, ItemWithOffers, ReceiptShown } from './contract.ts'
import { currentRulebook, rulebookOf } from './rulebook/current.ts'
import type { ItemRow } from './store/item.ts'
import * as offers from './store/offer.ts'
import type { OfferRow, ReceiptRow } from './store/offer.ts'
import { liveTrial } from './trial/live-trial.ts'

const MOST_OFFERS = 20
const MOST_NAMES = 1_000

export type QueueNamed = { key: string; name: string }
/** What a queue is called in the rules in force, or on trial; its key once it is in neither. */
export const queueNames = (work: Work): Promise<(key: string) => QueueNamed> =>
  once(work, 'routing.queue_names', async () => {
    const [current, trial] = await Promise.all([currentRulebook(work), liveTrial(work)])
    const tried = trial ? await rulebookOf(work, trial.tried) : null
    const names = new Map(
      [tried, current].flatMap((book) => book?.document.queues.map(({ key, name }) => [key, name || key] as const) ?? []),
    )
    return (key) => ({ key, name: names.get(key) ?? key })
  })

export type Named = (id: PersonId) => { id: PersonId; name: string }
export async function peopleNamed(work: Work, ids: readonly PersonId[]): Promise<Named> {
  const found = await staff.find(work, [...new Set(ids)])
  return (id) => ({ id, name: found.get(id)?.name ?? '' })
}

export async function showItems(work: Work, rows: readonly ItemRow[]): Promise<Item[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const about = [...new Set(rows.flatMap(({ facts }) => (facts.customer as CustomerId | null) ?? []))].slice(0, MOST_NAMES) // of whoever wrote, named by their case
  const [live, of, who, queue] = await Promise.all([
    offers.liveOffersOfItems(work, ids),
    cases.facts(work, [...new Set(rows.flatMap(({ case_id }) => case_id ?? []))].slice(0, MOST_NAMES)),
    customers.find(work, about),
    queueNames(work),
  ])
  const named = await peopleNamed(work, [...rows.flatMap(({ person_id }) => person_id ?? []), ...live.map(({ person_id }) => person_id)])
  const asked = Map.groupBy(live, ({ item_id }) => item_id)
  return rows.map((row): Item => {
    const reads = can(work.actor, 'case.read', { brand: row.facts.brand }) // a task may be offered to somebody who reads no cases
    const facts = reads && row.case_id ? of.get(row.case_id) : undefined
    const customer = reads ? who.get(row.facts.customer as CustomerId) : undefined // likewise
    return {
      id: row.id, kind: row.kind, channel: row.channel, state: row.state, queue: queue(row.queue), title: row.title,
      case: facts ? { id: facts.id, number: facts.number, subject: facts.subject } : null, subject_id: row.subject_id,
      customer: customer ? { id: customer.id, name: customer.name } : null, brand_id: row.facts.brand, arrived_at: row.arrived_at.toString(),
      place_at: row.place_at.toString(), due_at: row.due_at?.toString() ?? null, since: row.since.toString(), person: row.person_id && named(row.person_id),
      offered_to: (asked.get(row.id) ?? []).map(({ person_id }) => named(person_id)), times_offered: row.times_offered,
      ...(row.facts.raised_min ? { raised: true } : {}), ended_as: row.ended_as,
    }
  })
} // prettier-ignore

/**
 * What is shown of an item is read before the engine's row is held: names, case, customer. Afterwards it says how the item stands now, without a
 * question to the database while others wait.
 */
export async function showAhead(work: Work, before: ItemRow): Promise<(now: ItemRow) => Item> {
  const me = work.actor.kind === 'person' ? [work.actor.id] : []
  const [items, queue, named] = await Promise.all([
    showItems(work, [before]),
    queueNames(work),
    peopleNamed(work, [...me, ...(before.person_id ? [before.person_id] : [])]),
  ])
  return ({ state, since, person_id, times_offered, ended_as, queue: key }) => ({
    ...items[0]!, state, since: since.toString(), queue: queue(key), person: person_id && named(person_id), offered_to: [], times_offered, ended_as,
  }) // prettier-ignore
}

export async function showWithOffers(work: Work, rows: readonly ItemRow[]): Promise<ItemWithOffers[]> {
  const ids = rows.map(({ id }) => id)
  const [items, made, receipts] = await Promise.all([
    showItems(work, rows),
    offers.offersOfItems(work, ids, MOST_OFFERS),
    offers.receiptsOfItems(work, ids, MOST_OFFERS),
  ])
  const named = await peopleNamed(work, made.map(({ person_id }) => person_id)) // prettier-ignore
  const shown = await showReceipts(work, receipts, made)
  const latest = made.toSorted((a, b) => Temporal.Instant.compare(b.offered_at, a.offered_at))
  return items.map((item) => ({
    ...item,
    offers: latest
      .filter(({ item_id }) => item_id === item.id)
      .map(({ id, person_id, offered_at, ended_at, ended_as, because }) => ({
        id, person: named(person_id), offered_at: offered_at.toString(), ended_at: ended_at?.toString() ?? null, ended_as, because,
      })), // prettier-ignore
    receipts: shown.filter(({ item_id }) => item_id === item.id),
  }))
}

export async function showReceipts(work: Work, rows: readonly ReceiptRow[], made: readonly OfferRow[]): Promise<ReceiptShown[]> {
  const named = await peopleNamed(work, rows.flatMap(({ body }) => [...body.chosen, ...body.candidates.map(({ person }) => person), ...(body.runner_up ? [body.runner_up] : [])])) // prettier-ignore
  const queue = await queueNames(work)
  const skills = await skillNames(work, rows)
  return rows.map(({ id, item_id, at, queue: key, body }) => {
    const own = made.filter(({ receipt_id }) => receipt_id === id)
    return {
      id, item_id, at: at.toString(), queue: queue(key), rule: body.rule, facts: body.facts,
      candidates: body.candidates.map(({ person, ...each }) => ({ ...each, person: named(person) })),
      others: body.others.map(({ skill, ...each }) => ({ ...each, skill: skill && skills(skill) })), chosen: body.chosen.map(named),
      runner_up: body.runner_up && named(body.runner_up), meant: body.meant,
      ended_as: own.length === 0 || own.some(({ ended_as }) => ended_as === null) ? null : (own.find(({ ended_as }) => ended_as === 'accepted') ?? own[0]!).ended_as,
    }
  })
} // prettier-ignore

const MOST_SKILLS = 200
// A receipt keeps abilities by what they are of: 'skill <id>', 'language fr', 'brand <id>', 'team <id>'.
async function skillNames(work: Work, rows: readonly ReceiptRow[]): Promise<(ability: string) => string> {
  const asked = rows.some(({ body }) => body.others.some(({ skill }) => skill?.startsWith('skill ')))
  const names = new Map(
    asked ? (await staff.listSkills(work, { limit: MOST_SKILLS })).items.map(({ id, name }) => [`skill ${id}`, name]) : [],
  )
  return (ability) => names.get(ability) ?? ability
}
