// One replication under way: everything it stands on, in one place. All of it is reused by the next replication of the same side.
import { needsHandle, newState, type Item, type State } from '#routing/engine'
import { newWords, numberFor, stir, type Words } from '../maths/random.ts'
import { empty, newCalendar, type Calendar } from './calendar.ts'
import { newFates, type Fates } from './fates.ts'
import { READY } from './people.ts'
import type { Side, Window } from './side.ts'
import type { Stream } from './arrivals.ts'
import { clear, newTally, type Tally } from './tally.ts'
import type { Flow } from './traffic.ts'
import { newVisitors, type Visitors } from './visitors.ts'

// What the calendar holds: a code in the upper eight bits, and whose it is in the lower twenty-four.
export const ARRIVES = 0 // a kind
export const GIVES_UP = 1 // a visitor, as are those below
export const ENDS = 2
export const WRAPPED_UP = 3
export const RETURNS = 4
export const ANSWERS = 5 // an offer
export const IS_ASKED = 6 // whether to be called back
export const ROSTER = 7 // the next change of the roster
export const OPENING = 8 // the next opening or closing of a queue
export const DECLINES = 9 // an offer
export const CODE_SHIFT = 24

/** No more than this are in the centre at once; whoever comes then is counted as never served. */
export const MOST_AT_ONCE = 500_000

export type Play = {
  readonly side: Side
  readonly flows: readonly Flow[]
  readonly window: Window
  readonly seed: number
  readonly busyness: number // coefficient of variation of the day's factor common to all kinds
  readonly tally: Tally
  readonly fates: Fates | null
  readonly words: Words
  readonly stranger: Mutable<Item> // the item that is shown to the routing engine, again and again
  readonly known: Mutable<Item> // likewise, of a contact that knows somebody
  needs: Int32Array // of each kind, beyond those of its queue: the routing engine's handle
  routed: State
  calendar: Calendar
  visitors: Visitors
  visitorOf: Int32Array // of each item of the routing engine
  streams: Stream[]
  keys: Int32Array // of each kind: what its chance is stirred with
  run: number // what this replication is stirred with
  rosterAt: number
  hoursAt: number
  waiting: Int32Array // in each queue
  load: Int32Array // what each person has in hand, wrap-up included
  busySince: Float64Array
  offSince: Float64Array // when a shift or a spell of it ended, NaN: at work
  together: Int32Array // the first of those a person serves together, of each person and channel
  company: Int32Array // how many those are
  casesMet: (Int32Array | null)[] // people met by the cases of a list, by kind
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export type PlayOptions = { seed: number; busyness: number; window: Window; fates: boolean }

export function newPlay(side: Side, flows: readonly Flow[], { seed, busyness, window, fates }: PlayOptions): Play {
  const people = side.people.length
  const queues = side.rules.queues.length
  return {
    side,
    flows,
    window,
    seed,
    busyness,
    tally: newTally(side.queues.length, people),
    fates: fates ? newFates(flows) : null,
    words: newWords(),
    stranger: newItem(),
    known: { ...newItem(), owner: -1, contact: -1 },
    needs: new Int32Array(flows.length),
    routed: newState(side.rules, side.agents),
    calendar: newCalendar(),
    visitors: newVisitors(),
    visitorOf: new Int32Array(1_024),
    streams: [],
    keys: new Int32Array(flows.length),
    run: 0,
    rosterAt: 0,
    hoursAt: 0,
    waiting: new Int32Array(queues),
    load: new Int32Array(people),
    busySince: new Float64Array(people),
    offSince: new Float64Array(people),
    together: new Int32Array(people * side.rules.channels.length),
    company: new Int32Array(people * side.rules.channels.length),
    casesMet: [],
  }
}

const newItem = (): Mutable<Item> => ({ queue: 0, channel: 0, place_at: 0, priority: 0, earlier_contacts: 0, waited_before_s: 0, due_at: Number.NaN, needs: 0 }) // prettier-ignore

/** Clears everything for a replication, by its number. */
export function prepare(play: Play, replication: number): void {
  clear(play.tally)
  play.routed = newState(play.side.rules, play.side.agents)
  for (const [kind, { needs }] of play.side.places.entries()) play.needs[kind] = needs ? needsHandle(play.routed, needs) : 0
  empty(play.calendar)
  play.visitors = newVisitors()
  play.run = wordOf(play.seed, replication, 0x72756e)
  for (let kind = 0; kind < play.flows.length; kind++) play.keys[kind] = wordOf(play.seed, kind, 0x6b696e64)
  play.rosterAt = 0
  play.hoursAt = 0
  for (const column of [play.waiting, play.load, play.busySince, play.company]) column.fill(0)
  play.together.fill(-1)
  for (const [person, change] of play.side.roster.first.entries()) play.offSince[person] = change === READY ? Number.NaN : 0
  play.casesMet = play.flows.map(({ cases, caseCount }) => (cases ? new Int32Array(caseCount * 8).fill(-1) : null))
}

function wordOf(a: number, b: number, purpose: number): number {
  const words = newWords()
  stir(words, a, b, purpose, 0x67756963)
  return words[0]! | 0 // four words, always
}

// What a number of chance is for. The number of the try is laid beside it, so that a second try is another draw.
export const FOR_GAP = 0
export const FOR_SERVICE = 1
export const FOR_PATIENCE = 2
export const FOR_PERSON = 3
export const FOR_CALL_BACK = 4
export const FOR_AGAIN = 5
export const FOR_DAY = 6
export const FOR_ANSWER = 7

/** Stirs the words of one visitor for one purpose; where it may be drawn again, its tries or visits so far are laid beside it. */
export function chance({ visitors, words, keys, run }: Play, visitor: number, purpose: number): void {
  stir(words, visitors.index[visitor]!, purpose, keys[visitors.kind[visitor]!]!, run) // a key for each kind
}

/** Stirs the words of what one person says to one offer: the same person, asked the same at the same moment, answers the same. */
export function chanceOfAnswer(
  { visitors, words, keys, run }: Play,
  visitor: number,
  { at, agent }: { at: number; agent: number },
): void {
  const asked = (Math.imul(agent + 1, 0x9e3779b1) ^ Math.floor(at * 8)) | 0
  stir(words, visitors.index[visitor]!, FOR_ANSWER, keys[visitors.kind[visitor]!]! ^ asked, run) // a key for each kind
}

/** A number of chance for a day of a kind, or of all kinds (−1). */
export const dayNumber = (play: Play, kind: number, day: number): number => numberFor([day, kind, FOR_DAY, play.run])
