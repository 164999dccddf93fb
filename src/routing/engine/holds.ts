// Who is asked for which item, and who has it: one hold for each item and agent. An agent's holds hang in a list, an item's in another.
import { longerBytes, longerFloats, longerInts } from './columns.ts'
import { NONE } from './rules.ts'

/** Codes of `Holds.state`. */
export const RINGING = 1
export const SERVING = 2
export const WRAPPING_UP = 3

export type Holds = {
  size: number
  firstFree: number // free ones hang on `nextOfItem`
  item: Int32Array
  agent: Int32Array
  state: Uint8Array // 0: free
  aside: Uint8Array // interrupted by something else in hand
  until: Float64Array // of the offer, of the wrap-up; Infinity: none
  nextOfItem: Int32Array
  next: Int32Array // of the agent
  prev: Int32Array
}

export function newHolds(size: number): Holds {
  const ints = () => new Int32Array(size).fill(NONE)
  const holds: Holds = { size, firstFree: 0, item: ints(), agent: ints(), state: new Uint8Array(size), aside: new Uint8Array(size), until: new Float64Array(size), nextOfItem: ints(), next: ints(), prev: ints() } // prettier-ignore
  linkFree(holds, 0)
  return holds
}

function linkFree(holds: Holds, from: number): void {
  for (let hold = from; hold < holds.size; hold++) holds.nextOfItem[hold] = hold + 1 < holds.size ? hold + 1 : NONE
  holds.firstFree = from
}

/** A hold of nobody yet; whoever asks for it links it. */
export function newHold(holds: Holds): number {
  if (holds.firstFree === NONE) grow(holds)
  const hold = holds.firstFree
  holds.firstFree = holds.nextOfItem[hold]!
  return hold
}

export function freeHold(holds: Holds, hold: number): void {
  holds.state[hold] = 0
  holds.aside[hold] = 0
  holds.nextOfItem[hold] = holds.firstFree
  holds.firstFree = hold
}

function grow(holds: Holds): void {
  const before = holds.size
  const size = before * 2
  for (const name of ['item', 'agent', 'nextOfItem', 'next', 'prev'] as const) holds[name] = longerInts(holds[name], size)
  holds.state = longerBytes(holds.state, size)
  holds.aside = longerBytes(holds.aside, size)
  holds.until = longerFloats(holds.until, size)
  holds.size = size
  linkFree(holds, before)
}
