// Somebody who is free looks for work: what asks for them in person, then the heads of the lines they may take from. Instant work goes before
// deferred work, own before common, the higher score before the lower. Which queue a server who has many skills should turn to is the heart of
// skill-based routing (Garnett & Mandelbaum 2000; Gans, Koole & Mandelbaum 2003, §5): points with ageing make it a rule people can read.
import { isBarred } from './bars.ts'
import { leavesEnough, mayBeAsked, respectsBreak } from './choose-agent.ts'
import { lowestBit } from './columns.ts'
import { preferenceOf } from './fits.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import type { State } from './state.ts'

/** What an item is worth now for whoever chooses. Instant: points; deferred: minus the minutes until it is due, with its points. */
export function scoreOf({ items, plan, at }: State, item: number): number {
  const queue = plan.queues[items.queue[item]!]!
  return queue.deferred ? items.key[item]! : items.key[item]! + queue.ageing * at
}

/** The item an agent takes next of what they have room for (bits by channel); NONE: nothing. `pulling`: also from queues one asks for. */
export function chooseItem(state: State, agent: number, { room, pulling }: Look): number {
  const { lines, agents } = state
  let best: Best = { item: NONE, worth: 0, own: agents.own[agent] !== NONE }
  if (best.own) best.item = bestOwn(state, agent, { room, pulling })
  if (best.item !== NONE && !isDeferred(state, best.item)) return best.item
  const from = agent * lines.words
  for (let word = 0; word < lines.words; word++) {
    const waiting = pulling ? lines.pushed[word]! | lines.pulled[word]! : lines.pushed[word]!
    for (let left = lines.ofAgent[from + word]! & waiting; left !== 0; left &= left - 1) {
      const line = word * 32 + lowestBit(left)
      if (((room >>> lines.channel[line]!) & 1) === 0) continue
      const head = headFor(state, line, agent)
      if (head === NONE) continue
      const worth = scoreOf(state, head) + preferenceOf(agents, agent, lines.queue[line]!)
      if (best.item === NONE || isRather(state, { item: head, worth }, best)) best = { item: head, worth, own: false }
    }
  }
  return best.item
}

type Best = { item: number; worth: number; own: boolean } // own: it asks for them in person; only a deferred one is compared with others
type Choice = { item: number; other: number }

/** Whether somebody is waiting on the other side, or the item can wait until it is due. */
export const isDeferred = ({ items, plan }: State, item: number): boolean => plan.queues[items.queue[item]!]!.deferred

// Instant work before what is deferred; an own item before common ones of its kind; then what it is worth, then the place.
function isRather(state: State, { item, worth }: { item: number; worth: number }, best: Best): boolean {
  const deferred = isDeferred(state, item)
  if (deferred !== isDeferred(state, best.item)) return !deferred
  if (best.own) return false
  return worth !== best.worth ? worth > best.worth : cameFirst(state, { item, other: best.item })
}

/** Whether the item waits for this agent in person. */
export function isOwn({ items, agents }: State, item: number, agent: number): boolean {
  for (let node = agents.own[agent]!; node !== NONE; node = items.personNext[node]!)
    if (Math.floor(node / MOST_PERSONS) === item) return true
  return false
}

/** Ties are broken by the place, then by who arrived first. */
function cameFirst({ items }: State, { item, other }: Choice): boolean {
  if (items.placeAt[item] !== items.placeAt[other]) return items.placeAt[item]! < items.placeAt[other]!
  return items.seq[item]! < items.seq[other]!
}

type Look = { room: number; pulling: boolean } // bits by channel; whether they ask

function bestOwn(state: State, agent: number, { room, pulling }: Look): number {
  const { items, agents, plan } = state
  let chosen = NONE
  for (let node = agents.own[agent]!; node !== NONE; node = items.personNext[node]!) {
    const item = Math.floor(node / MOST_PERSONS)
    if (((room >>> items.channel[item]!) & 1) === 0 || !mayBeAsked(state, item, agent)) continue
    if (!pulling && !plan.queues[items.queue[item]!]!.push) continue
    if (chosen === NONE || comesBefore(state, { item, other: chosen })) chosen = item
  }
  return chosen
}

/** Instant first, the higher score, the earlier place, who arrived first. */
export function comesBefore(state: State, { item, other }: Choice): boolean {
  const deferred = isDeferred(state, item)
  if (deferred !== isDeferred(state, other)) return !deferred
  const mine = scoreOf(state, item)
  const theirs = scoreOf(state, other)
  return mine !== theirs ? mine > theirs : cameFirst(state, { item, other })
}

/** The first of a line that this agent may be offered. */
export function headFor(state: State, line: number, agent: number): number {
  const { lines, items, plan } = state
  const queue = lines.queue[line]!
  if (!respectsBreak(state, queue, agent)) return NONE
  if (plan.queues[queue]!.keepFree > 0 && !leavesEnough(state, line, agent)) return NONE
  const head = lines.heap[line]![0]!
  return items.bar[head] === NONE || !isBarred(state, head, agent) ? head : firstNotBarred(state, { line, agent, at: 0 })
}

// Below one that may be offered there is nothing better: only what is barred is looked beneath.
function firstNotBarred(state: State, { line, agent, at }: { line: number; agent: number; at: number }): number {
  if (at >= state.lines.size[line]!) return NONE
  const item = state.lines.heap[line]![at]!
  if (state.items.bar[item] === NONE || !isBarred(state, item, agent)) return item
  const left = firstNotBarred(state, { line, agent, at: 2 * at + 1 })
  const right = firstNotBarred(state, { line, agent, at: 2 * at + 2 })
  if (left === NONE || right === NONE) return left === NONE ? right : left
  return comesBefore(state, { item: left, other: right }) ? left : right
}
