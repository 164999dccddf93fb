// The situation of a group now, for whoever thinks about what could be done: read once, then pure.
import * as routing from '#routing'
import { system, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import {
  isInstant,
  weightsOf,
  type FloorPerson,
  type FloorQueue,
  type PersonFactsOfRouting,
  type Rulebook,
} from '#routing/contract'
import { isAtWork, type Situation } from '../engine/index.ts'
import type { PersonNow, QueueNow, StreamNow } from '../engine/situation.ts'
import type { DayNow, GroupToday } from '../board/day-now.ts'
import { expectedWork } from '../board/group-day.ts'
import { sortOf, spanOf } from '../day/shifts.ts'
import { askedSince } from '../store/move.ts'
import { moreHours, type MoreHours } from './more-hours.ts'

const USUAL_HANDLING_S = 300

/** Null where the group is not there, or the rules are not. */
export async function situationOf(asked: Work, now: DayNow, key: string): Promise<Situation | null> {
  const work = { ...asked, actor: system('intraday') }
  const each = now.groups.find(({ group }) => group.group === key)
  const book = await routing.currentRulebook(work)
  if (!each || !book) return null
  const facts = await routing.peopleOfRouting(work)
  const keys = new Set(each.group.queues.map((queue) => queue.key))
  const around = near(now, facts, { keys, book: book.document })
  const hours = await moreHours(work, now, around.people.map(({ id }) => id as PersonId))
  const spent = new Set((await askedSince(work, now.read.day.from)).map(({ person_id }) => String(person_id)))
  return {
    now: now.placed.now,
    until: tonight(each, now),
    interval_ms: now.placed.interval_ms,
    group: key,
    queues: around.queues.map((queue) => queueNow(queue, now, { own: keys.has(queue.key) })),
    streams: now.groups.flatMap((group) => streamsNow(group, now)).filter(({ queue }) => around.queues.some((known) => known.key === queue)),
    people: around.people.flatMap((person) => personNow(person, now, { book: book.document, hours: spent.has(person.id) ? undefined : hours.get(person.id) })),
    chats_at_once: weightsOf(book.document).get('chat')!.most, // every channel is weighed
  }
} // prettier-ignore

type Near = { queues: Rulebook['queues']; people: PersonFactsOfRouting[] }
const MOST_QUEUES = 40
const MOST_PEOPLE = 600

// Who serves the group, who could if they were put on it, and the queues all of them serve.
function near({ read }: DayNow, facts: readonly PersonFactsOfRouting[], { keys, book }: { keys: ReadonlySet<string>; book: Rulebook }): Near {
  const own = book.queues.filter(({ key }) => keys.has(key))
  const could = new Set(own.flatMap((queue) => routing.capableAfter(queue, facts.map((person) => on(person, queue.key)), { book, wait_s: Infinity }).map(({ id }) => id)))
  const people = facts.filter(({ id }) => could.has(id)).slice(0, MOST_PEOPLE)
  const served = new Set(people.flatMap(({ id }) => read.serves.get(id) ?? []))
  return { people, queues: [...own, ...book.queues.filter(({ key }) => !keys.has(key) && served.has(key))].slice(0, MOST_QUEUES) }
} // prettier-ignore

const USUAL = 3
const on = (person: PersonFactsOfRouting, key: string): PersonFactsOfRouting => ({
  ...person,
  queues: { ...person.queues, [key]: person.queues[key] || USUAL },
})

/** When nobody is expected any more today. */
function tonight({ lines }: GroupToday, { placed }: DayNow): number {
  const last = lines.again.mean.findLastIndex((n) => (n ?? 0) > 0.01)
  const ends = placed.from + (last + 1) * placed.interval_ms
  return Math.min(placed.to, Math.max(ends, placed.now + placed.interval_ms))
}

function queueNow(queue: Rulebook['queues'][number], { read, groups }: DayNow, { own }: { own: boolean }): QueueNow {
  const floor: FloorQueue | undefined = read.floor.queues.find(({ id }) => id === queue.key)
  const loads = groups.flatMap(({ group }) => group.loads).filter((load) => load.queue === queue.key)
  const aim = groups.find(({ group }) => group.queues.some(({ key }) => key === queue.key))?.day.aim
  return {
    key: queue.key, label: queue.name || queue.key, own,
    deferred: loads.length > 0 ? loads.every((load) => load.aim.deferred) : canWait(queue),
    within_s: queue.aim.within_s ?? aim?.within_s ?? 20, target: queue.aim.share, formula: queue.aim.formula,
    so_far: { kept: floor?.kept ?? 0, of: floor?.of ?? 0 },
    call_back_after_s: queue.call_back?.after_s ?? null,
  }
} // prettier-ignore

const canWait = ({ pace, takes }: Rulebook['queues'][number]): boolean =>
  pace.kind === 'deferred' || (pace.kind === 'by_channel' && takes.channels !== null && !takes.channels.some(isInstant))

// From the interval under way on; of it, what is left. What waits is put to the queue's first stream: the floor does not tell channels apart.
function streamsNow({ group, lines }: GroupToday, { read, placed }: DayNow): StreamNow[] {
  const at = Math.min(placed.count - 1, Math.max(0, Math.floor((placed.now - placed.from) / placed.interval_ms)))
  const left = 1 - (placed.now - (placed.from + at * placed.interval_ms)) / placed.interval_ms
  const forecast = lines.forecast.mean
  const more = (place: number): number => ((forecast[place] ?? 0) > 0 ? (lines.again.mean[place] ?? 0) / forecast[place]! : 1)
  return group.loads.map((load, nth) => ({
    queue: load.queue, channel: load.channel,
    coming: load.mean.slice(at).map((n, place) => n * more(at + place) * (place === 0 ? left : 1)),
    waiting: group.loads.findIndex(({ queue }) => queue === load.queue) === nth ? (read.floor.queues.find(({ id }) => id === load.queue)?.waiting ?? 0) : 0,
    handling_s: load.handling_s.slice(at).find((s) => s > 0) ?? USUAL_HANDLING_S,
    patience_s: load.patience_s,
    at_once: load.aim.chats?.at_once ?? 1,
    ...(load.aim.chats?.speeds && { speeds: load.aim.chats.speeds }),
  }))
} // prettier-ignore

type Beside = { book: Rulebook; hours: MoreHours | undefined }

function personNow(facts: PersonFactsOfRouting, now: DayNow, { book, hours }: Beside): PersonNow[] {
  const { read, placed, groups } = now
  const floor = read.floor.people.find(({ id }) => id === facts.id)
  const hand = plannedNow(facts.id, now)
  return [{
    id: facts.id, name: facts.name, ...hand,
    in_hand: floor ? inHand(floor, { now: placed.now, loads: groups.flatMap(({ group }) => group.loads) }) : [],
    queues: Object.fromEntries((read.serves.get(facts.id) ?? []).map((key) => [key, facts.queues[key] || USUAL])),
    could: book.queues.filter((queue) => routing.capableAfter(queue, [on(facts, queue.key)], { book, wait_s: Infinity }).length > 0).map(({ key }) => key),
    chats: facts.most.chat ?? null,
    longer_min: hours?.longer_min ?? 0,
    may_come: hand.here || hand.shift ? null : (hours?.may_come ?? null),
  }]
} // prettier-ignore

type PlannedNow = Pick<PersonNow, 'here' | 'shift' | 'activities' | 'away' | 'from'>
const OFF: Omit<PlannedNow, 'from'> = { here: false, shift: null, activities: [], away: [] }

// Their shift that is not over. Where nobody is planned at all, whoever is at work stays.
function plannedNow(id: string, { read, placed }: DayNow): PlannedNow {
  const today = read.people.find((person) => person.id === id)
  if (!today) return { ...OFF, from: placed.now }
  const shift = today.shifts.find(({ ends_at }) => Date.parse(ends_at) > placed.now)
  const anyPlan = read.people.some(({ planned }) => planned.length > 0)
  if (!shift) return { ...OFF, here: isAtWork(today.segments.at(-1)?.doing ?? 'offline') && !anyPlan, from: placed.now }
  const first = expectedWork(today, placed)[0]
  return {
    here: first !== undefined,
    shift: { id: shift.id, ...spanOf(shift) },
    activities: shift.activities.map((each) => ({ id: each.id, kind: each.kind, name: each.name, sort: sortOf(each.kind), ...spanOf(each) })),
    away: shift.away.map(spanOf),
    from: first?.from ?? placed.now,
  }
} // prettier-ignore

// An exponential service knows no age: what is in hand lasts as long again as a new one (memoryless), which is what the formulas assume too.
function inHand({ held }: FloorPerson, { now, loads }: { now: number; loads: readonly { queue: string; handling_s: readonly number[] }[] }): PersonNow['in_hand'] {
  return held
    .filter(({ state }) => state === 'in_hand')
    .map(({ channel, queue }) => {
      const handling = loads.find((load) => load.queue === queue)?.handling_s.find((s) => s > 0) ?? USUAL_HANDLING_S
      return { channel, until: now + handling * 1_000 }
    })
} // prettier-ignore
