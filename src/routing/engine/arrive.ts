// Items that come, go, and go elsewhere.
import { barAgent } from './bars.ts'
import { begin, isThere, takeOut } from './begin.ts'
import { newSlot } from './items.ts'
import { drop, enter } from './place.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'
import type { Item } from './work.ts'

/** Gives the handle of the item that arrived, good until it leaves. */
export function arrived(state: State, at: number, item: Item): number {
  begin(state, at)
  const slot = newSlot(state.items)
  describeItem(state, slot, item)
  enter(state, slot)
  if (state.reviewed.changed) settle(state)
  return slot
}

/** Writes down what is said of an item that arrives now. */
export function describeItem({ items, at, bars }: State, slot: number, item: Item): void {
  items.queue[slot] = item.queue
  items.channel[slot] = item.channel
  items.placeAt[slot] = item.place_at ?? at
  items.arrivedAt[slot] = at
  items.from[slot] = Math.min(at, item.place_at ?? at)
  items.dueAt[slot] = item.due_at ?? Number.NaN
  items.priority[slot] = item.priority ?? 0
  items.contacts[slot] = item.earlier_contacts ?? 0
  items.waitedBefore[slot] = item.waited_before_s ?? 0
  items.needs[slot] = item.needs ?? 0
  items.phase[slot] = 0
  items.phaseFrom[slot] = at
  items.toWait[slot] = Number.NaN
  items.calledBack[slot] = 0
  items.overflows[slot] = 0
  items.persons[slot] = 0
  if (item.owner !== undefined || item.contact !== undefined || item.deputies !== undefined) describePersons(items, slot, item)
  if (item.not_agents !== undefined)
    for (const agent of item.not_agents) barAgent({ bars, items }, slot, { agent, until: Infinity })
}

// Somebody who is asked in two ways is asked the first time.
function describePersons(items: State['items'], slot: number, { owner = NONE, contact = NONE, deputies = [] }: Item): void {
  const persons = [owner, contact, ...deputies].slice(0, MOST_PERSONS)
  persons.forEach((agent, place) => {
    items.person[slot * MOST_PERSONS + place] = persons.indexOf(agent) === place ? agent : NONE
    if (agent !== NONE) items.persons[slot] = place + 1
  })
}

/** Hung up, withdrawn, over: wherever it is. */
export function left(state: State, at: number, item: number): void {
  begin(state, at)
  if (!isThere(state, item)) return
  takeOut(state, item, 'left')
  drop(state, item)
  settle(state)
}

type Move = { item: number; queue: number; to?: number; to_wait_s?: number }

/** To another queue, with its place; `to` is asked first, as its owner. */
export function moved(state: State, at: number, { item, queue, to = NONE, to_wait_s = 20 }: Move): void {
  begin(state, at)
  if (!isThere(state, item)) return
  takeOut(state, item, 'moved')
  const { items } = state
  items.queue[item] = queue
  items.from[item] = at
  items.phase[item] = 0
  items.phaseFrom[item] = at
  items.calledBack[item] = 0
  items.overflows[item] = 0
  items.admitted[item] = 0
  items.toWait[item] = to === NONE ? Number.NaN : to_wait_s
  if (to !== NONE) askFirst(items, item, to)
  state.unsettled.items.push(item)
  settle(state)
}

function askFirst(items: State['items'], item: number, agent: number): void {
  const from = item * MOST_PERSONS
  for (let place = 0; place < items.persons[item]!; place++)
    if (items.person[from + place] === agent) items.person[from + place] = NONE
  items.person[from] = agent
  items.persons[item] = Math.max(1, items.persons[item]!)
}
