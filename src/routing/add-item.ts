// Somebody is to do this: a call, a visit, a letter, a call-back, brought by a door that has no room of its own yet, or by a program.
import * as cases from '#cases'
import { allow } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { noRules, notRouted, queueUnknown, type Item, type ItemFacts, type ItemId } from './contract.ts'
import { arrivingOf } from './arriving/of-cases.ts'
import { needItem } from './need-item.ts'
import { hold, type Held } from './router/hold.ts'
import type { Arriving } from './router/place.ts'
import { stepHeld } from './router/step.ts'
import { showItems } from './show.ts'

type Wish = {
  title: string
  case_id: CaseId | null
  queue?: string | undefined
  facts: ItemFacts
  due_at: string | null
  keeps_place_of: ItemId | null
}

export async function addItem(work: Work, wish: Wish): Promise<Item> {
  allow(work, 'case.create', wish.facts.brand ? { brand: wish.facts.brand } : {})
  const place = wish.keeps_place_of ? await needItem(work, wish.keeps_place_of) : null
  const arriving = { ...(await known(work, wish)), ...(place ? { place_at: place.place_at } : {}) }
  const held = await hold(work)
  if (!held) throw refuse(noRules, {})
  if (wish.queue !== undefined) needQueue(held, wish.queue)
  const done = await stepHeld(work, held, { facts: [{ is: 'arrives', arriving }] })
  const row = done.items.get(arriving.id)
  if (!row) throw refuse(notRouted, {})
  return (await showItems(work, [row]))[0]!
}

export function needQueue({ inForce }: Pick<Held, 'inForce'>, queue: string): void {
  if (!inForce.lanes.some(({ key }) => key === queue)) throw refuse(queueUnknown, { queue })
}

// What its case says of it, under what whoever brings it says.
async function known(work: Work, { title, case_id, queue, facts, due_at }: Wish): Promise<Arriving> {
  if (case_id) await cases.needCase(work, case_id, 'case.read')
  const [of] = case_id
    ? await arrivingOf(work, [{ kind: 'given', channel: facts.channel, subject_id: null, case_id, at: work.now, title }])
    : []
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<ItemFacts> // the same names, fewer of them
  return {
    id: newId(work.now), kind: 'given', channel: facts.channel, subject_id: null, case_id, title, arrived_at: work.now, place_at: work.now,
    owner_id: of?.owner_id ?? null, contact_id: of?.contact_id ?? null, deputies: of?.deputies ?? [], queue: queue ?? null,
    facts: of ? { ...of.facts, ...said, brand: of.facts.brand, earlier_today: Math.max(of.facts.earlier_today, facts.earlier_today) } : facts,
    due_at: due_at ? Temporal.Instant.from(due_at) : null,
  } // prettier-ignore
}
