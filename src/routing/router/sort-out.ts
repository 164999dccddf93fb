// What is there when the rules change: in which queue each piece of work is now, whose offers end, and what no queue takes any more. Pure.
import { laneFor } from '../rules/compile.ts'
import type { ItemRow } from '../store/item.ts'
import type { OfferRow } from '../store/offer.ts'
import type { Placed } from './build.ts'
import { laneOf, mayTake, workOf, type Rulings } from './place.ts'
import type { News } from './tell.ts'

type Telling = { at: Temporal.Instant; news: News[] }
type Sorting = Telling & {
  live: readonly ItemRow[]
  ringing: readonly OfferRow[]
  rulings: Rulings
  staffed: ReadonlySet<string>
  before: Rulings | null // the rules until now, where they are known
}
export type Sorted = { placed: Placed[]; changed: ItemRow[]; ended: OfferRow[] }

export function sortOut(asked: Omit<Sorting, 'staffed'>): Sorted {
  const given: Sorting = { ...asked, staffed: new Set(asked.rulings.inForce.people) }
  const sorted: Sorted = { placed: [], changed: [], ended: [] }
  const ringing = Map.groupBy(given.ringing, ({ item_id }) => item_id)
  for (const row of given.live) sortOne(given, { row, ringing: ringing.get(row.id) ?? [] }, sorted)
  return sorted
}

function sortOne(given: Sorting, { row, ringing }: { row: ItemRow; ringing: readonly OfferRow[] }, sorted: Sorted): void {
  const { rulings, staffed, at } = given
  const own = row.state === 'in_hand' || row.state === 'over' // somebody has it: it stays where it is, whatever the rules say
  const lane = own ? (sameLane(rulings, row) ?? laneOf(rulings, { ...row, queue: null }) ?? 0) : laneNow(given, row)
  const still = ringing.filter(({ person_id }) => staffed.has(person_id) && mayTake(rulings, row, person_id))
  if (lane === undefined) return leave(given, { row, ringing }, sorted)
  if (row.state === 'over' && !(row.person_id && staffed.has(row.person_id)))
    return void sorted.changed.push({ ...row, wrapped_at: at })
  const next = staying({ row, still, staffed, at }, rulings.compiled.lanes[lane]!)
  endAll(given, ringing.filter((offer) => !still.includes(offer)), { row, sorted }) // prettier-ignore
  tellMove(given.news, row, next)
  if (isOther(row, next)) sorted.changed.push(next)
  sorted.placed.push({ row: next, work: workOf(rulings, next, lane), offers: still })
}

const isOther = (row: ItemRow, next: ItemRow): boolean =>
  next.queue !== row.queue || next.rulebook !== row.rulebook || next.state !== row.state

function tellMove(news: News[], row: ItemRow, next: ItemRow): void {
  if (row.state === 'in_hand' && next.state === 'waiting') news.push({ is: 'back', row: next, person: row.person_id })
  if (next.queue !== row.queue) news.push({ is: 'moved', row: next, from: row.queue, because: 'rules' })
}

// What waits stays where somebody moved it, or it overflowed to; where the rules of a version that is gone had put it, those of today do.
function laneNow({ rulings, before }: Sorting, row: ItemRow): number | undefined {
  const byRules = laneOf(rulings, { ...row, queue: null })
  const same = sameLane(rulings, row)
  if (rulings.inForce.versions.includes(row.rulebook) || !before) return same ?? byRules
  return putByRules(before, row) ? byRules : (same ?? byRules)
}

function putByRules(before: Rulings, row: ItemRow): boolean {
  const lane = laneOf(before, { ...row, queue: null })
  return lane !== undefined && before.compiled.lanes[lane]?.key === row.queue
}

function sameLane({ inForce, compiled }: Rulings, row: ItemRow): number | undefined {
  const tried = inForce.versions.find((version) => version === row.rulebook) ?? inForce.versions[0]!
  return laneFor(compiled, { version: tried, key: row.queue, channel: row.channel })
}

type Staying = { row: ItemRow; still: readonly OfferRow[]; staffed: ReadonlySet<string>; at: Temporal.Instant }
function staying({ row, still, staffed, at }: Staying, lane: { key: string; version: string }): ItemRow {
  const next = { ...row, queue: lane.key, rulebook: lane.version, queued_at: lane.key === row.queue ? row.queued_at : at }
  const isGone = row.state === 'in_hand' && !(row.person_id && staffed.has(row.person_id))
  if (isGone || (row.state === 'offered' && still.length === 0)) return { ...next, state: 'waiting', since: at, person_id: null }
  return next
}

export function leave(given: Telling, { row, ringing }: { row: ItemRow; ringing: readonly OfferRow[] }, sorted: Sorted): void {
  endAll(given, ringing, { row, sorted })
  const over: ItemRow = { ...row, state: 'over', since: given.at, ended_at: given.at, ended_as: 'withdrawn' }
  sorted.changed.push(over)
  given.news.push({ is: 'ended', row: over })
}

function endAll({ at, news }: Telling, ringing: readonly OfferRow[], { row, sorted }: { row: ItemRow; sorted: Sorted }): void {
  for (const offer of ringing) {
    const ended: OfferRow = { ...offer, ended_at: at, ended_as: 'withdrawn', because: 'rules' }
    sorted.ended.push(ended)
    news.push({ is: 'offer_ended', row, offer: ended })
  }
}
