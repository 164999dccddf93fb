// Waiting: where an item stands while nobody has it, and when something about its wait changes next.
import { firstBarEnds } from './bars.ts'
import { HELD, NOWHERE, POOL, WAITING } from './items.ts'
import { putInLine, takeFromLine } from './lines.ts'
import { heldLine } from './new-line.ts'
import { listForPersons, phaseEnds, unlistForPersons } from './persons.ts'
import { NONE } from './rules.ts'
import type { State } from './state.ts'
import { clearTimer, setTimer, timerOfItem } from './timers.ts'

export function startWaiting(state: State, item: number): void {
  const { items, lines } = state
  items.where[item] = WAITING
  lines.waiting[items.queue[item]!]!++
  if (items.persons[item]! > 0) listForPersons(state, item)
  if (items.phase[item] === POOL) {
    putInLine(state, item)
    if (lines.size[items.line[item]!] === 1) markLine(state, items.line[item]!, true)
  }
  const due = nextDue(state, item)
  if (due !== Infinity) setTimer(state, timerOfItem(item), due)
}

export function stopWaiting(state: State, item: number): void {
  const { items, lines } = state
  items.where[item] = NOWHERE
  lines.waiting[items.queue[item]!]!--
  if (items.persons[item]! > 0) unlistForPersons(state, item)
  if (items.pos[item] !== NONE) {
    takeFromLine(state, item)
    if (lines.size[items.line[item]!] === 0) markLine(state, items.line[item]!, false)
  }
  if (state.timers.count > 0) clearTimer(state, timerOfItem(item))
}

function markLine({ lines, plan }: State, line: number, waits: boolean): void {
  const set = plan.queues[lines.queue[line]!]!.push ? lines.pushed : lines.pulled
  if (waits) set[line >>> 5]! |= 1 << (line & 31)
  else set[line >>> 5]! &= ~(1 << (line & 31))
}

// What has come by now has been done (`catchUp`): only what is still to come counts.
function nextDue(state: State, item: number): number {
  const { items, lines, plan, at } = state
  const queue = plan.queues[items.queue[item]!]!
  const from = items.from[item]!
  const line = items.line[item]!
  const later = (due: number): number => (due > at ? due : Infinity)
  let due = later(from + queue.overflowAfter)
  if (items.calledBack[item] === 0) due = Math.min(due, later(from + queue.callBackAfter))
  if (items.phase[item] !== POOL) due = Math.min(due, phaseEnds(state, item))
  const bound = lines.bounds[line]![lines.stage[line]!]
  if (bound !== undefined) due = Math.min(due, from + bound)
  if (items.bar[item] !== NONE) due = Math.min(due, firstBarEnds(state, item))
  return due
}

/** Waits for its queue to open: offered to nobody. */
export function hold(state: State, item: number): void {
  const { items } = state
  items.where[item] = HELD
  items.line[item] = heldLine(state, items.queue[item]!)
  putInLine(state, item)
}

export function unhold(state: State, item: number): void {
  takeFromLine(state, item)
  state.items.where[item] = NOWHERE
}
