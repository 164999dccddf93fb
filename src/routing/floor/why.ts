// Why an item still waits, for whoever runs the floor.
import * as staff from '#staff'
import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { MOST_NAMED, whyNots, type Why } from '../contract/floor-acts.ts'
import { queueName } from '../contract/queue.ts'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import { changesAhead, reasonOf, type Reason, type Standing, type WaitingItem } from '../rules/why-waits.ts'
import { rulebookOf } from '../rulebook/current.ts'
import { peopleOfRouting } from '../rulebook/people.ts'
import type { ItemRow } from '../store/item.ts'
import { offersOfItems } from '../store/offer.ts'
import { allSeats } from '../store/seat.ts'
import { waitingItem } from './acts/raise.ts'
import { openNow } from './open-now.ts'
import { seesOf } from './roster.ts'
import { peopleNow } from './snapshot.ts'
import { countAhead } from './store.ts'

const MOST_SEATS = 2_000
const MOST_OFFERS = 100
const MOST_SKILLS = 200

export async function why(work: Work, { item }: { item: string }): Promise<Why> {
  allow(work, 'routing.read')
  const row = await waitingItem(work, item, 'routing.read')
  const [people, waiting, ahead] = await Promise.all([standings(work), described(work, row), countAhead(work, row)])
  const at = work.now.epochMilliseconds
  const reasons = people.flatMap((person) => {
    const reason = reasonOf(person, waiting, at)
    return reason ? [{ person, reason }] : []
  })
  const skills = await skillNames(work)
  const named = (what: string | null): string | null => (what === null ? null : (skills.get(what) ?? what))
  const open = (await openNow(work, [waiting.queue])).get(waiting.queue.key)?.open ?? true
  return {
    item: row.id,
    queue: { id: row.queue, name: queueName(waiting.queue), open },
    waits_s: (at - row.arrived_at.epochMilliseconds) / 1_000,
    ahead: ahead.count,
    capable: reasons.filter(({ reason }) => COULD.has(reason.why)).length,
    groups: grouped(reasons, seesOf(work)).map((group) => ({ ...group, what: named(group.what) })),
    coming: changesAhead(people, waiting, at).map((change) => ({
      ...change,
      name: named(change.name),
      at: Temporal.Instant.fromEpochMilliseconds(Math.round(change.at)).toString(),
    })),
  }
}

// Who could take it, were they free.
const COULD = new Set<Reason['why']>([
  'free',
  'busy',
  'wrapping',
  'paused',
  'on_break',
  'declined',
  'not_channel',
  'persons_first',
])

type Explained = { person: Standing; reason: Reason }
function grouped(all: readonly Explained[], sees: ReturnType<typeof seesOf>): Why['groups'] {
  const groups = Map.groupBy(all, ({ reason }) => `${reason.why} ${reason.what ?? ''}`)
  return [...groups.values()]
    .map((some) => ({ why: some[0]!.reason.why, what: some[0]!.reason.what, count: some.length, people: some.filter(({ person }) => sees(person.facts)).slice(0, MOST_NAMED).map(shown) }))
    .toSorted((a, b) => order(a.why) - order(b.why) || b.count - a.count)
} // prettier-ignore

// What is nearest to an offer first.
const ORDER = ['free', 'busy', 'wrapping', 'persons_first', 'paused', 'on_break', 'declined', 'not_channel', 'outside_ring', 'lacks_ability', 'lacks_degree', 'off'] // prettier-ignore
const order = (why: (typeof whyNots)[number]): number => (ORDER.indexOf(why) + ORDER.length + 1) % (ORDER.length + 1)

const shown = ({ person: { facts, now }, reason }: Explained): Why['groups'][number]['people'][number] => ({
  id: now.id,
  name: facts.name,
  since: reason.why === 'busy' || reason.why === 'wrapping' || reason.why === 'paused' ? now.since : null,
  channel: reason.why === 'busy' ? (now.held[0]?.channel ?? null) : null,
  until: reason.until === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.round(reason.until)).toString(),
})

async function standings(work: Work): Promise<Standing[]> {
  const [people, now, seats] = await Promise.all([peopleOfRouting(work), peopleNow(work), allSeats(work, MOST_SEATS)])
  const states = new Map(now.map((each) => [String(each.id), each]))
  const paused = new Map(seats.map((seat) => [String(seat.person_id), seat.paused_channels]))
  return people.flatMap((facts) => {
    const found = states.get(facts.id)
    return found ? [{ facts, now: found, not_channels: paused.get(facts.id) ?? [] }] : []
  })
}

async function described(work: Work, row: ItemRow): Promise<WaitingItem> {
  const { document } = await rulebookOf(work, row.rulebook as RulebookVersionId) // written by whoever routes: the version's id
  const queue = document.queues.find(({ key }) => key === row.queue)
  if (!queue) throw refuse(notFound, {})
  const offers = await offersOfItems(work, [row.id], MOST_OFFERS)
  const barred = offers.filter(({ ended_as, ended_at }) => ended_at && (ended_as === 'declined' || ended_as === 'lapsed'))
  const { persons } = queue.who
  return {
    queue,
    book: document,
    channel: row.channel,
    language: row.facts.language,
    degree: row.facts.degree,
    since: row.queued_at.epochMilliseconds,
    first: [persons.owner && row.owner_id, persons.contact && row.contact_id, ...(persons.deputies ? row.deputies : [])].filter((id) => id !== null),
    declined: new Map(barred.map(({ person_id, ended_at }) => [String(person_id), ended_at!.epochMilliseconds + queue.offer.declined_for_s * 1_000])),
  } // prettier-ignore
}

async function skillNames(work: Work): Promise<Map<string, string>> {
  const { items } = await staff.listSkills(work, { limit: MOST_SKILLS })
  return new Map(items.map(({ id, name }) => [id, name]))
}
