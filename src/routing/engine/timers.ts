// What becomes due: an item's next step while it waits, the end of an offer or of a wrap-up. A heap with places, so that any can be taken out.
// Timers of items have even numbers, those of holds odd ones; due at the same time, the item that arrived first goes first, then the lower agent.
import { longerFloats, longerInts } from './columns.ts'
import type { Holds } from './holds.ts'
import type { Items } from './items.ts'
import { NONE } from './rules.ts'

export type Timers = { count: number; heap: Int32Array; due: Float64Array; pos: Int32Array }
export type Timed = { timers: Timers; items: Items; holds: Holds }

export const newTimers = (size: number): Timers => ({
  count: 0,
  heap: new Int32Array(size),
  due: new Float64Array(size),
  pos: new Int32Array(size).fill(NONE),
})

export const timerOfItem = (item: number): number => item * 2
export const timerOfHold = (hold: number): number => hold * 2 + 1

/** Sets, moves, or (with Infinity) takes away a timer. */
export function setTimer(timed: Timed, timer: number, due: number): void {
  const { timers } = timed
  if (due === Infinity) return clearTimer(timed, timer)
  while (timer >= timers.due.length) grow(timers)
  let at = timers.pos[timer]!
  timers.due[timer] = due
  if (at === NONE) {
    at = timers.count++
    if (at >= timers.heap.length) timers.heap = longerInts(timers.heap, at * 2)
  }
  settle(timed, timer, at)
}

export function clearTimer(timed: Timed, timer: number): void {
  const { timers } = timed
  const at = timer < timers.pos.length ? timers.pos[timer]! : NONE
  if (at === NONE) return
  timers.pos[timer] = NONE
  const last = timers.heap[--timers.count]!
  if (last !== timer) settle(timed, last, at)
}

function settle(timed: Timed, timer: number, at: number): void {
  const { heap, pos, count } = timed.timers
  let hole = at
  while (hole > 0 && before(timed, timer, heap[(hole - 1) >> 1]!)) {
    heap[hole] = heap[(hole - 1) >> 1]!
    pos[heap[hole]!] = hole
    hole = (hole - 1) >> 1
  }
  for (let child = 2 * hole + 1; child < count; child = 2 * hole + 1) {
    if (child + 1 < count && before(timed, heap[child + 1]!, heap[child]!)) child++
    if (!before(timed, heap[child]!, timer)) break
    heap[hole] = heap[child]!
    pos[heap[hole]!] = hole
    hole = child
  }
  heap[hole] = timer
  pos[timer] = hole
}

function before(timed: Timed, one: number, other: number): boolean {
  const { due } = timed.timers
  if (due[one] !== due[other]) return due[one]! < due[other]!
  const order = seqOf(timed, one) - seqOf(timed, other)
  return order !== 0 ? order < 0 : agentOf(timed, one) < agentOf(timed, other)
}
const seqOf = ({ items, holds }: Timed, timer: number): number =>
  items.seq[(timer & 1) === 0 ? timer >> 1 : holds.item[timer >> 1]!]!
const agentOf = ({ holds }: Timed, timer: number): number => ((timer & 1) === 0 ? NONE : holds.agent[timer >> 1]!)

function grow(timers: Timers): void {
  const size = timers.due.length * 2
  const known = timers.pos.length
  timers.due = longerFloats(timers.due, size)
  timers.pos = longerInts(timers.pos, size).fill(NONE, known)
}
