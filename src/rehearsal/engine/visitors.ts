// Whoever is in the centre, or will come back: one place each in columns, used again afterwards.
import { longerBytes, longerFloats, longerInts } from './longer.ts'

export const AWAY = 0
export const WAITING = 1
export const SERVED = 2
export const WRAPPING = 3

/** How many different people one case remembers having met. */
export const MET = 8

export type Visitors = {
  size: number
  free: number // the first free place; the others hang on `next`
  live: number
  state: Uint8Array
  callBack: Uint8Array // 1: hung up, and is called back
  tries: Uint8Array // times it came and was lost
  visits: Uint8Array // times it was served
  kind: Int32Array
  index: Int32Array // number of the contact in its kind
  item: Int32Array // its handle in the routing engine, while it has one
  turn: Int32Array // what the calendar holds for an earlier turn is over
  cell: Int32Array // where it is counted, −1: it is not
  queue: Int32Array // the queue it came to
  lane: Int32Array // the queue of the rules it is shown in: that one, or its queue of call-backs
  answerAt: Float64Array // when its offer is answered; an answer at another time was to an offer that is over
  within: Float64Array // seconds in which an answer is in time
  agent: Int32Array
  owner: Int32Array // or −1
  contact: Int32Array // likewise
  next: Int32Array // in the list of those one agent serves together; of free places otherwise
  previous: Int32Array
  arrivedAt: Float64Array
  servedAt: Float64Array
  waitedBefore: Float64Array // seconds, in earlier tries
  left: Float64Array // seconds of work left, at full speed
  since: Float64Array // when that was true
  rate: Float64Array // speed since then
  aside: Uint8Array // 1: interrupted by something else in hand
  met: Int32Array // people met, MET a place, −1: none
}

export function newVisitors(size = 1_024): Visitors {
  const ints = () => new Int32Array(size)
  const floats = () => new Float64Array(size)
  const visitors: Visitors = {
    size, free: 0, live: 0, state: new Uint8Array(size), callBack: new Uint8Array(size), tries: new Uint8Array(size), visits: new Uint8Array(size), aside: new Uint8Array(size),
    kind: ints(), index: ints(), item: ints(), turn: ints(), cell: ints(), queue: ints(), lane: ints(), within: floats(), answerAt: floats(), agent: ints(), owner: ints(), contact: ints(),
    next: ints(), previous: ints(), arrivedAt: floats(), servedAt: floats(), waitedBefore: floats(), left: floats(), since: floats(),
    rate: floats(), met: new Int32Array(size * MET).fill(-1),
  } // prettier-ignore
  link(visitors, 0)
  return visitors
}

function link(visitors: Visitors, from: number): void {
  for (let place = from; place < visitors.size; place++) visitors.next[place] = place + 1 < visitors.size ? place + 1 : -1
  visitors.free = from
}

/** A place for a contact of a kind. */
export function enter(visitors: Visitors, kind: number, index: number): number {
  if (visitors.free < 0) grow(visitors)
  const place = visitors.free
  visitors.free = visitors.next[place]! // a free place is one of theirs
  visitors.live++
  visitors.kind[place] = kind
  visitors.index[place] = index
  visitors.tries[place] = 0
  visitors.visits[place] = 0
  visitors.callBack[place] = 0
  visitors.waitedBefore[place] = 0
  visitors.owner[place] = -1
  visitors.contact[place] = -1
  visitors.state[place] = AWAY
  return place
}

export function leave(visitors: Visitors, place: number): void {
  if (visitors.met[place * MET] !== -1) visitors.met.fill(-1, place * MET, place * MET + MET)
  visitors.state[place] = AWAY
  visitors.turn[place] = visitors.turn[place]! + 1 // a place is one of theirs
  visitors.next[place] = visitors.free
  visitors.free = place
  visitors.live--
}

function grow(visitors: Visitors): void {
  const before = visitors.size
  const size = before * 2
  for (const name of ['state', 'callBack', 'tries', 'visits', 'aside'] as const)
    visitors[name] = longerBytes(visitors[name], size)
  for (const name of [
    'kind',
    'index',
    'item',
    'turn',
    'cell',
    'queue',
    'lane',
    'agent',
    'owner',
    'contact',
    'next',
    'previous',
  ] as const)
    visitors[name] = longerInts(visitors[name], size)
  for (const name of ['within', 'answerAt', 'arrivedAt', 'servedAt', 'waitedBefore', 'left', 'since', 'rate'] as const)
    visitors[name] = longerFloats(visitors[name], size)
  visitors.met = longerInts(visitors.met, size * MET).fill(-1, before * MET)
  visitors.size = size
  link(visitors, before)
}
