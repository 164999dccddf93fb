// The items that are there, in columns: a slot each, used again once its item has left.
import { longerBytes, longerFloats, longerInts } from './columns.ts'
import { MOST_PERSONS, NONE } from './rules.ts'

/** Codes of `Items.where`, in the order of `wheres` (kept.ts). An item is in exactly one of these places. */
export const NOWHERE = 0 // the slot is free, or its item is just being placed
export const WAITING = 1
export const HELD = 2 // its queue is closed
export const OFFERED = 3
export const SERVED = 4
export const WRAPPING = 5

/** Codes of `Items.phase`: who is asked so far, each phase with those before it. */
export const DEPUTIES = 2
export const POOL = 3

export type Items = {
  size: number // slots
  live: number // items that are there
  born: number // items that ever arrived
  firstFree: number // free slots hang on `pos`
  firstLeft: number // slots freed in this step, likewise: nothing else has them before the next, so that a step's decisions name one item each
  lastLeft: number
  where: Uint8Array
  queue: Int32Array
  channel: Int32Array
  line: Int32Array // where it waits, or would wait
  pos: Int32Array // its place in the heap of that line; NONE: not in it
  key: Float64Array // its score but for the ageing, which all of a queue share
  seq: Float64Array // in the order of arrival, never given twice
  placeAt: Float64Array
  arrivedAt: Float64Array
  from: Float64Array // rings, relaxing and overflow count from here
  dueAt: Float64Array // NaN: as the queue says
  priority: Float64Array
  contacts: Float64Array
  waitedBefore: Float64Array
  needs: Int32Array
  phase: Uint8Array
  phaseFrom: Float64Array
  toWait: Float64Array // for how long the owner is asked first, where the queue does not say; NaN: it does
  admitted: Uint8Array
  calledBack: Uint8Array
  overflows: Uint8Array
  hold: Int32Array // the first of those who are asked, or who has it
  bar: Int32Array // the first of those who may not be asked
  persons: Uint8Array // places used in `person`: 0 owner, 1 contact, 2 … deputies
  person: Int32Array // MOST_PERSONS an item
  personNext: Int32Array // the next item that asks for the same person first, as item × MOST_PERSONS + place
  personPrev: Int32Array // UNLISTED: it does not wait for them
}
export const UNLISTED = -2

export function newItems(size: number): Items {
  const ints = () => new Int32Array(size).fill(NONE)
  const floats = () => new Float64Array(size)
  const bytes = () => new Uint8Array(size)
  const items: Items = {
    size, live: 0, born: 0, firstFree: 0, firstLeft: NONE, lastLeft: NONE,
    where: bytes(), queue: ints(), channel: ints(), line: ints(), pos: ints(), key: floats(), seq: floats(), placeAt: floats(), arrivedAt: floats(),
    from: floats(), dueAt: floats(), priority: floats(), contacts: floats(), waitedBefore: floats(), needs: ints(), phase: bytes(),
    phaseFrom: floats(), toWait: floats(), admitted: bytes(), calledBack: bytes(), overflows: bytes(), hold: ints(), bar: ints(),
    persons: bytes(), person: new Int32Array(size * MOST_PERSONS).fill(NONE), personNext: new Int32Array(size * MOST_PERSONS).fill(NONE),
    personPrev: new Int32Array(size * MOST_PERSONS).fill(UNLISTED),
  } // prettier-ignore
  linkFree(items, 0)
  return items
}

function linkFree(items: Items, from: number): void {
  for (let slot = from; slot < items.size; slot++) items.pos[slot] = slot + 1 < items.size ? slot + 1 : NONE
  items.firstFree = from
}

/** A slot for an item that arrives. */
export function newSlot(items: Items): number {
  if (items.firstFree === NONE) grow(items)
  const slot = items.firstFree
  items.firstFree = items.pos[slot]!
  items.pos[slot] = NONE
  items.hold[slot] = NONE
  items.bar[slot] = NONE
  items.seq[slot] = items.born++
  items.live++
  return slot
}

export function freeSlot(items: Items, slot: number): void {
  items.where[slot] = NOWHERE
  items.pos[slot] = items.firstLeft
  if (items.firstLeft === NONE) items.lastLeft = slot
  items.firstLeft = slot
  items.live--
}

/** A new step begins: the slots that were freed in the last one may be used again. */
export function releaseSlots(items: Items): void {
  if (items.firstLeft === NONE) return
  items.pos[items.lastLeft] = items.firstFree
  items.firstFree = items.firstLeft
  items.firstLeft = NONE
}

function grow(items: Items): void {
  const before = items.size
  const size = before * 2
  for (const name of ['where', 'phase', 'admitted', 'calledBack', 'overflows', 'persons'] as const)
    items[name] = longerBytes(items[name], size)
  for (const name of ['queue', 'channel', 'line', 'pos', 'needs', 'hold', 'bar'] as const)
    items[name] = longerInts(items[name], size)
  for (const name of ['key', 'seq', 'placeAt', 'arrivedAt', 'from', 'dueAt', 'priority', 'contacts', 'waitedBefore', 'phaseFrom', 'toWait'] as const)
    items[name] = longerFloats(items[name], size) // prettier-ignore
  items.person = longerInts(items.person, size * MOST_PERSONS)
  items.personNext = longerInts(items.personNext, size * MOST_PERSONS)
  items.personPrev = longerInts(items.personPrev, size * MOST_PERSONS).fill(UNLISTED, before * MOST_PERSONS)
  items.size = size
  linkFree(items, before)
}
