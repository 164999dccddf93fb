// From what happened and what was decided to rows and news: items, offers, seats, receipts, each written once however much happened to it in the step.
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { ItemEnding, OfferEnding } from '../contract.ts'
import * as items from '../store/item.ts'
import type { ItemRow } from '../store/item.ts'
import * as offers from '../store/offer.ts'
import type { OfferRow, ReceiptRow } from '../store/offer.ts'
import * as seats from '../store/seat.ts'
import type { SeatRow } from '../store/seat.ts'
import type { Held } from './hold.ts'
import type { Outcome } from './input.ts'
import { instantOf, standingOf, type Applied } from './machine.ts'
import { receiptBody } from './receipt-body.ts'
import { tellAll, type News } from './tell.ts'
import type { Known, Rechecked } from './rechecked.ts'
import type { Fact } from './step.ts'

type Given = { held: Held; at: Temporal.Instant; facts: readonly (Fact | null)[]; rows: readonly ItemRow[]; applied: Applied }
export type Projected = {
  outcomes: Outcome[]
  items: ReadonlyMap<string, ItemRow> // all that were touched, as they are now
  done: { item: ItemRow; person: PersonId }[] // by whoever had it in hand
  given: { item: ItemRow; person: PersonId }[] // accepted for somebody, or taken by asking: what that means in the house is still to be done
}

type Draft = Given & {
  work: Work
  item: Map<string, ItemRow>
  fresh: Set<string> // items that are not in the table yet
  live: Map<string, OfferRow> // by item and person
  begun: OfferRow[]
  ended: OfferRow[]
  receipts: (ReceiptRow | undefined)[]
  paused: Set<PersonId>
  news: News[]
  handed: Projected['given']
  done: Projected['done']
}

export async function project(work: Work, given: Given): Promise<Projected> {
  const draft = await open(work, given)
  given.facts.forEach((fact, at) => {
    const outcomes = given.applied.outcomes[at] ?? []
    const ignored = outcomes.some((each) => each.is === 'ignored' && isAbout(each, fact))
    if (fact && (!ignored || endsUnheld(draft, fact))) happened(draft, fact)
    for (const outcome of outcomes) decided(draft, outcome, fact)
  })
  for (const row of draft.item.values()) settle(draft, row)
  await write(draft)
  return { outcomes: given.applied.outcomes.flat(), items: draft.item, given: draft.handed, done: draft.done }
}

// What the engine does not hold, since it holds only so many, ends all the same.
const endsUnheld = ({ held }: Given, fact: Fact): boolean =>
  (fact.is === 'leaves' || fact.is === 'finished') && !standingOf(held.machine, fact.item)

const isAbout = (ignored: Extract<Outcome, { is: 'ignored' }>, fact: Fact | null): boolean =>
  fact !== null &&
  'item' in fact &&
  ignored.item === fact.item &&
  (!('person' in fact) || ignored.person === fact.person || ignored.person === null)

async function open(work: Work, given: Given): Promise<Draft> {
  const touched = new Set<string>()
  for (const fact of given.facts) if (fact && 'item' in fact) touched.add(fact.item)
  for (const outcome of given.applied.outcomes.flat()) if ('item' in outcome && outcome.item) touched.add(outcome.item)
  const known = [...touched].filter((id) => !given.rows.some((row) => row.id === id))
  const [rows, live] =
    known.length === 0 ? [[], []] : await Promise.all([items.findItems(work, known), offers.liveOffersOfItems(work, known)])
  return {
    ...given, work,
    item: new Map([...rows, ...given.rows.map((row) => ({ ...row }))].map((row) => [row.id, row])),
    fresh: new Set(given.rows.map(({ id }) => id)),
    live: new Map(live.map((offer) => [`${offer.item_id} ${offer.person_id}`, offer])),
    begun: [], ended: [], receipts: [], paused: new Set(), news: [], handed: [], done: [],
  } // prettier-ignore
}

// ── what happened ────────────────────────────────────────────────────────────────────────────────────────────────────────
type Happenings = { [Kind in Fact['is']]: (draft: Draft, row: ItemRow, fact: Fact & { is: Kind }) => void }

function happened(draft: Draft, fact: Fact): void {
  const id = 'item' in fact ? fact.item : fact.is === 'arrives' ? fact.arriving.id : ''
  const row = draft.item.get(id)
  const note = happenings[fact.is] as (draft: Draft, row: ItemRow, fact: Fact) => void // each is given its own kind
  if (row) note(draft, row, fact)
}

const ofNoItem = (): void => {}
const happenings: Happenings = {
  tick: ofNoItem,
  seat: ofNoItem,
  opened: ofNoItem,
  closed: ofNoItem,
  asks: ofNoItem,
  declined: ofNoItem, // the engine withdraws it
  arrives: (draft, row) => void draft.news.push({ is: 'arrived', row }),
  accepted: (draft, row, { person }) => take(draft, row, { person: person as PersonId, by: 'offer' }), // whoever accepts is somebody of the house
  taken: (draft, row, { person }) => take(draft, row, { person: person as PersonId, by: 'hand' }), // likewise
  leaves: (draft, row, { as }) => end(draft, row, as),
  finished: (draft, row) => end(draft, row, 'done'),
  wrapped: (draft, row) => void (row.wrapped_at ??= row.wrap_until && draft.at),
  longer: (_, row, { seconds }) =>
    void Object.assign(row, { wrap_longer: true, wrap_until: row.wrap_until?.add({ seconds }) ?? null }),
  raised: (_, row, { points }) => void (row.facts = { ...row.facts, raised_min: (row.facts.raised_min ?? 0) + points }),
  known: (draft, row, { known, found }) => learn(draft, row, { known, found }),
  moved: (draft, row, { queue, because }) => move(draft, row, { lane: queue, because }),
}

function take(draft: Draft, row: ItemRow, { person, by }: { person: PersonId; by: 'offer' | 'hand' }): void {
  const offered = draft.live.get(`${row.id} ${person}`)
  if (offered) endOffer(draft, row, { offer: offered, as: 'accepted', because: null })
  if (row.state === 'in_hand' && row.person_id === person) return
  Object.assign(row, {
    state: 'in_hand',
    since: draft.at,
    person_id: person,
    taken_at: row.taken_at ?? draft.at,
    taken_by: offered ? 'offer' : by,
  })
  draft.news.push({ is: 'taken', row: { ...row } })
}

function end(draft: Draft, row: ItemRow, as: ItemEnding): void {
  if (row.state === 'over') return
  const standing = standingOf(draft.held.machine, row.id)
  const until = standing?.where === 'wrapping' ? standing.people[0]?.until : undefined
  Object.assign(row, {
    state: 'over',
    since: draft.at,
    ended_at: draft.at,
    ended_as: as,
    wrap_until: until ? instantOf(until) : null,
  })
  draft.news.push({ is: 'ended', row: { ...row } })
  if (as === 'done' && row.person_id) draft.done.push({ item: row, person: row.person_id })
}

function learn(draft: Draft, row: ItemRow, { known, found }: { known: Known; found: Rechecked | undefined }): void {
  Object.assign(row, { ...known, deputies: [...known.deputies] })
  if (found?.is === 'leaves') return end(draft, row, 'withdrawn')
  if (found?.is !== 'placed' || !found.moves) return
  move(draft, row, { lane: found.work.lane, because: 'rules' })
}

function move(
  draft: Draft,
  row: ItemRow,
  { lane, because }: { lane: string; because: 'overflow' | 'by_hand' | 'rules' | 'back' },
): void {
  const [from, had] = [row.queue, row.person_id]
  const to = draft.held.inForce.lanes[draft.held.machine.lanes.at.get(lane) ?? -1]
  if (to) Object.assign(row, { queue: to.key, rulebook: to.version, queued_at: draft.at, person_id: null })
  if (because === 'back') draft.news.push({ is: 'back', row: { ...row }, person: had })
  else draft.news.push({ is: 'moved', row: { ...row }, from, because })
}

// ── what was decided ─────────────────────────────────────────────────────────────────────────────────────────────────────
type Decisions = { [Kind in Outcome['is']]: (draft: Draft, row: ItemRow, outcome: Outcome & { is: Kind }) => void }

function decided(draft: Draft, outcome: Outcome, fact: Fact | null): void {
  if (outcome.is === 'pause') return void draft.paused.add(outcome.person as PersonId) // the engine's people are the house's
  const row = 'item' in outcome && outcome.item ? draft.item.get(outcome.item) : undefined
  if (row && outcome.is === 'withdraw') return withdraw(draft, row, { outcome, fact })
  const note = decisions[outcome.is] as (draft: Draft, row: ItemRow, outcome: Outcome) => void // each is given its own kind
  if (row) note(draft, row, outcome)
}

const decisions: Decisions = {
  pause: ofNoItem,
  nothing: ofNoItem,
  ignored: ofNoItem,
  withdraw: ofNoItem, // needs to know what was said
  offer: (draft, row, outcome) => void offerTo(draft, row, outcome),
  give: (draft, row, outcome) => {
    const offer = offerTo(draft, row, outcome)
    take(draft, row, { person: offer.person_id, by: 'offer' })
    draft.handed.push({ item: row, person: offer.person_id })
  },
  move: (draft, row, { lane }) => move(draft, row, { lane, because: 'overflow' }),
  refuse: (draft, row) => end(draft, row, 'refused'),
  call_back: (draft, row, { why }) =>
    why === 'waited' ? void draft.news.push({ is: 'call_back', row: { ...row } }) : end(draft, row, 'call_back'),
  wrapped: (draft, row) => void (row.wrapped_at ??= draft.at),
}

function offerTo(draft: Draft, row: ItemRow, { is, person, until, receipt }: Outcome & { is: 'offer' | 'give' }): OfferRow {
  const person_id = person as PersonId // likewise
  const offer: OfferRow = {
    id: newId(draft.at), item_id: row.id, person_id, queue: row.queue, offered_at: draft.at, until: until === null ? null : instantOf(until), ring_all: ringsAll(draft, row),
    receipt_id: receiptFor(draft, row, receipt), ended_at: null, ended_as: null, because: null,
  } // prettier-ignore
  row.times_offered++
  draft.begun.push(offer)
  draft.live.set(`${row.id} ${person}`, offer)
  if (is === 'offer') draft.news.push({ is: 'offered', row: { ...row }, offer })
  return offer
}

function ringsAll({ held }: Draft, row: ItemRow): boolean {
  const lane = standingOf(held.machine, row.id)?.lane
  return held.inForce.rules.queues[held.machine.lanes.at.get(lane ?? '') ?? -1]?.strategy === 'ring_all'
}

function receiptFor(draft: Draft, row: ItemRow, place: number | null): string | null {
  if (place === null) return null
  const body = receiptBody(draft.held, draft.applied.receipts[place]!)
  const receipt = (draft.receipts[place] ??= { id: newId(draft.at), item_id: row.id, at: draft.at, queue: row.queue, body })
  return receipt.id
}

function withdraw(
  draft: Draft,
  row: ItemRow,
  { outcome, fact }: { outcome: Outcome & { is: 'withdraw' }; fact: Fact | null },
): void {
  const offer = draft.live.get(`${row.id} ${outcome.person}`)
  const as: OfferEnding = outcome.why === 'lapsed' || outcome.why === 'declined' ? outcome.why : 'withdrawn'
  const because = fact?.is === 'declined' && fact.item === row.id && fact.person === outcome.person ? fact.because : null
  if (offer) endOffer(draft, row, { offer, as, because })
}

function endOffer(
  draft: Draft,
  row: ItemRow,
  { offer, as, because }: { offer: OfferRow; as: OfferEnding; because: string | null },
): void {
  if (offer.ended_as) return
  Object.assign(offer, { ended_at: draft.at, ended_as: as, because })
  draft.live.delete(`${row.id} ${offer.person_id}`)
  if (!draft.begun.includes(offer)) draft.ended.push(offer)
  draft.news.push({ is: 'offer_ended', row: { ...row }, offer })
}

// The engine has the last word on how an item stands.
function settle(draft: Draft, row: ItemRow): void {
  const standing = standingOf(draft.held.machine, row.id)
  if (row.state === 'over' || (!standing && !draft.fresh.has(row.id) && row.state === 'waiting')) return
  if (!standing || standing.where === 'wrapping')
    throw new Error(`routing: item ${row.id} is ${standing?.where ?? 'nowhere'} in the engine`)
  const person_id = standing.where === 'in_hand' ? (standing.people[0]!.person as PersonId) : null // likewise
  if (row.state !== standing.where) Object.assign(row, { state: standing.where, since: draft.at })
  row.person_id = person_id
}

// ── the tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────
async function write(draft: Draft): Promise<void> {
  const { work } = draft
  const all = [...draft.item.values()]
  const [fresh, changed] = [all.filter(({ id }) => draft.fresh.has(id)), all.filter(({ id }) => !draft.fresh.has(id))]
  const receipts = draft.receipts.filter((each) => each !== undefined)
  const paused = draft.paused.size > 0 ? await pausedSeats(draft) : []
  await Promise.all([
    fresh.length > 0 ? items.insertItems(work, fresh) : null,
    changed.length > 0 ? items.updateItems(work, changed) : null,
    draft.ended.length > 0 ? offers.endOffers(work, draft.ended) : null,
    receipts.length > 0 ? offers.insertReceipts(work, receipts) : null,
    draft.begun.length > 0 ? offers.insertOffers(work, draft.begun) : null,
    paused.length > 0 ? seats.putSeats(work, paused) : null,
  ])
  tellAll(work, draft.news, paused)
}

// Whoever let several ring out is not there: nothing more is offered until they say they are. Who has left meanwhile is off, and paused when they come back.
async function pausedSeats({ work, at, paused }: Draft): Promise<SeatRow[]> {
  const found = await seats.findSeats(work, [...paused])
  return found.map((seat) => ({
    ...seat,
    ...(seat.here && { state: 'paused', since: at }),
    paused_at: at,
    pause_until: null,
    pause_because: 'unanswered',
  }))
}
