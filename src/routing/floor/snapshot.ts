// Queues and people as they are this second, from the tables the router writes: all at once on one line to the database.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Floor, FloorPerson, FloorQueue } from '../contract/floor.ts'
import { queueName, type Queue } from '../contract/queue.ts'
import { aimsOf } from '../rules/aims.ts'
import { expectedWait } from '../rules/expected-wait.ts'
import { countBy, emptyTally } from '../rules/service-level.ts'
import { peopleOfQueues, type PeopleOfQueue } from '../rules/people-of-queue.ts'
import { dayFigures, flat, type DayFigures, type QueueFigures } from './figures.ts'
import { openNow, type OpenNow } from './open-now.ts'
import { keyOf, knownRoster } from './roster.ts'
import { queuesOf, rulesNow } from './rules-now.ts'
import * as store from './store.ts'

export type Rows = Pick<Floor, 'rulebook' | 'trial' | 'queues' | 'people'>
export async function snapshot(work: Work): Promise<Rows> {
  const rules = await rulesNow(work)
  if (!rules) return { rulebook: null, trial: null, queues: [], people: [] }
  const { current, tried, trial } = rules
  const aims = aimsOf(current.document, tried?.document)
  const queues = queuesOf(rules)
  const [live, figures, open, people, roster] = await Promise.all([
    store.countLive(work, aims),
    dayFigures(work, aims, keyOf(rules)),
    openNow(work, queues.map(({ queue }) => queue)), // prettier-ignore
    peopleNow(work),
    knownRoster(work, rules),
  ])
  const counted = new Map(live.map((row) => [row.queue, row]))
  const here = peopleOfQueues(roster, people)
  return {
    rulebook: { number: current.number, title: current.title },
    trial: trial && { id: trial.trial, share: trial.share_per_mille / 1_000 },
    queues: queues.map((each) => queueNow(each, { now: work.now, live: counted.get(each.queue.key), day: figures.queues.get(each.queue.key), open: open.get(each.queue.key), people: here.get(each.queue.key) })),
    people: people.map((person) => sinceDone(person, figures)),
  } // prettier-ignore
}

const NOBODY: PeopleOfQueue = { ready: 0, busy: 0, wrapping: 0, paused: 0, here: 0 }
const NO_LIVE = { waiting: 0, overdue: 0, oldest_at: null, offered: 0, in_hand: 0 }
const NO_DAY: QueueFigures = { arrived: 0, taken: 0, gone: 0, recent: null, tally: emptyTally, line: flat(), gone_line: flat() }
const ALWAYS: OpenNow = { open: true, until: null }
type Live = Omit<Awaited<ReturnType<typeof store.countLive>>[number], 'queue'>
type Beside = {
  now: Temporal.Instant
  live: Live | undefined // of what nobody waits for, has, or came for today there are no rows
  day: QueueFigures | undefined
  open: OpenNow | undefined
  people: PeopleOfQueue | undefined
}

function queueNow({ queue, candidate }: { queue: Queue; candidate: boolean }, beside: Beside): FloorQueue {
  const { now, live = NO_LIVE, day = NO_DAY, open = ALWAYS, people = NOBODY } = beside
  const { waiting, overdue, offered, in_hand } = live
  const { arrived, taken, gone, recent, line, gone_line } = day
  const oldest_s = live.oldest_at && live.oldest_at.until(now).total('seconds')
  return {
    id: queue.key, name: queueName(queue), candidate, aim: queue.aim, open: open.open, turns_at: open.until && String(open.until), waiting, overdue, offered, in_hand,
    oldest_at: live.oldest_at && String(live.oldest_at), expected_s: expectedWait({ waiting, free: people.ready, oldest_s, recent }), arrived, taken, gone,
    ...countBy(queue.aim.formula, day.tally), people, line, gone_line,
  } // prettier-ignore
}

export async function peopleNow(work: Work): Promise<FloorPerson[]> {
  const [seats, held, breaks] = await Promise.all([store.seatsNow(work), store.heldNow(work), store.breaksNext(work)])
  const inHand = Map.groupBy(held, ({ person_id }) => person_id)
  const next = new Map(breaks.map((rest) => [rest.person_id, rest]))
  return seats.map((seat) => personNow(work, seat, { held: inHand.get(seat.person_id) ?? [], next: next.get(seat.person_id) }))
}

const MOST_HELD = 20
type Having = {
  held: readonly store.HeldNow[]
  next: { id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant } | undefined
}

function personNow(work: Work, seat: store.SeatNow, { held, next }: Having): FloorPerson {
  const sum = (way: boolean): number => held.reduce((all, { units, gives_way }) => (gives_way === way ? all + units : all), 0)
  const used = sum(false) || sum(true) // what gives way is put aside while something else is in hand
  const onBreak = seat.break_at !== null && Temporal.Instant.compare(seat.break_at, work.now) <= 0 && seat.state !== 'off'
  return {
    id: seat.person_id,
    ...stateOf(seat, held, onBreak),
    held: held.slice(0, MOST_HELD).map(({ id, channel, queue, state, since }) => ({ item: id, channel, queue, state, since: String(since) })),
    load: seat.units > 0 ? Math.round((used / seat.units) * 100) / 100 : 0,
    next_break: next ? { id: next.id, starts_at: String(next.starts_at), ends_at: String(next.ends_at) } : null,
  } // prettier-ignore
}

function stateOf(
  seat: store.SeatNow,
  held: readonly store.HeldNow[],
  onBreak: boolean,
): Pick<FloorPerson, 'state' | 'since' | 'why'> {
  if (seat.state === 'off') return { state: 'off', since: String(seat.since), why: null }
  const first = (state: store.HeldNow['state']) => held.find((each) => each.state === state)
  const ringing = first('ringing')
  if (ringing) return { state: 'ringing', since: String(ringing.since), why: null }
  const inHand = first('in_hand')
  if (inHand) return { state: 'busy', since: String(inHand.since), why: null }
  if (seat.state === 'wrapping') return { state: 'wrapping', since: String(first('wrapping')?.since ?? seat.since), why: null }
  if (onBreak) return { state: 'paused', since: String(seat.break_at), why: 'break' }
  return { state: seat.state, since: String(seat.since), why: seat.state === 'paused' ? seat.pause_because : null }
}

// Whoever is free has been so since they came, or since they were done with the last.
function sinceDone(person: FloorPerson, { last_done }: DayFigures): FloorPerson {
  const done = last_done.get(person.id as PersonId)
  const later = person.state === 'ready' && done && Temporal.Instant.compare(done, Temporal.Instant.from(person.since)) > 0
  return later ? { ...person, since: String(done) } : person
}
