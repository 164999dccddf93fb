// Who is asked before everybody: the owner, then the contact, then the deputies, each for a while, each besides those before them. An item
// hangs in the list of each person it waits for; the free look at that list before anything else.
import { isBarred } from './bars.ts'
import { isAround, isFreer, mayBeAsked } from './choose-agent.ts'
import { DEPUTIES, POOL, UNLISTED } from './items.ts'
import { MOST_PERSONS, NONE } from './rules.ts'
import type { State } from './state.ts'

const firstPlace = (phase: number): number => Math.min(phase, DEPUTIES)
const placesEnd = (phase: number): number => (phase < DEPUTIES ? phase + 1 : MOST_PERSONS)

/** Who is asked first in that place; NONE: nobody, or the queue does not ask them. */
function personAt({ items, plan }: State, item: number, place: number): number {
  const rule = plan.queues[items.queue[item]!]!.persons[Math.min(place, DEPUTIES)]
  if (rule === null && (place > 0 || Number.isNaN(items.toWait[item]!))) return NONE
  return items.person[item * MOST_PERSONS + place]!
}

/** The person asked first who could take it now: of the owner, the contact and the deputies so far asked, the first who is free. */
export function choosePerson(state: State, item: number): number {
  const { items } = state
  const used = items.persons[item]!
  if (used === 0) return NONE
  const asked = Math.min(used, placesEnd(items.phase[item]!))
  let chosen = NONE
  for (let place = 0; place < asked; place++) {
    const agent = personAt(state, item, place)
    if (agent === NONE || !isFreeFor(state, item, agent)) continue
    if (place < DEPUTIES) return agent
    if (chosen === NONE || isFreer(state, { agent, other: chosen })) chosen = agent
  }
  return chosen
}

const isFreeFor = (state: State, item: number, agent: number): boolean =>
  ((state.agents.free[agent]! >>> state.items.channel[item]!) & 1) !== 0 && mayBeAsked(state, item, agent)

/** For how long the persons of a phase are asked before others join; 0: nobody is. */
function phaseWait({ plan, items }: State, item: number, phase: number): number {
  if (phase === 0 && !Number.isNaN(items.toWait[item]!)) return items.toWait[item]!
  return plan.queues[items.queue[item]!]!.persons[phase]?.wait_s ?? 0
}

/** When those of other phases join in, unless the persons of this one go before. */
export const phaseEnds = (state: State, item: number): number =>
  state.items.phaseFrom[item]! + phaseWait(state, item, state.items.phase[item]!)

/** Whether the item goes on waiting for the persons of its phase: somebody of them is around and may be offered it, and their time is not up. */
export function isAwaited(state: State, item: number): boolean {
  const { items, plan } = state
  const phase = items.phase[item]!
  if (phase === POOL || phaseEnds(state, item) <= state.at) return false
  const ifPaused = plan.queues[items.queue[item]!]!.persons[phase]?.if_paused ?? false
  const end = Math.min(items.persons[item]!, placesEnd(phase))
  for (let place = firstPlace(phase); place < end; place++) {
    const agent = personAt(state, item, place)
    if (agent !== NONE && isAround(state, agent, ifPaused) && !isBarred(state, item, agent)) return true
  }
  return false
}

/** Hangs the item in the lists of those asked first so far. */
export function listForPersons(state: State, item: number): void {
  const { items, agents } = state
  const end = Math.min(items.persons[item]!, placesEnd(items.phase[item]!))
  for (let place = 0; place < end; place++) {
    const node = item * MOST_PERSONS + place
    const agent = personAt(state, item, place)
    if (agent === NONE || items.personPrev[node] !== UNLISTED) continue
    const next = agents.own[agent]!
    items.personNext[node] = next
    items.personPrev[node] = NONE
    if (next !== NONE) items.personPrev[next] = node
    agents.own[agent] = node
  }
}

export function unlistForPersons({ items, agents }: State, item: number): void {
  for (let place = 0; place < items.persons[item]!; place++) {
    const node = item * MOST_PERSONS + place
    const prev = items.personPrev[node]!
    if (prev === UNLISTED) continue
    const next = items.personNext[node]!
    if (prev === NONE) agents.own[items.person[node]!] = next
    else items.personNext[prev] = next
    if (next !== NONE) items.personPrev[next] = prev
    items.personPrev[node] = UNLISTED
  }
}

/** As whom an agent is asked: 0 owner, 1 contact, 2 deputy, 3 like everybody. */
export function placeOf(state: State, item: number, agent: number): number {
  const end = Math.min(state.items.persons[item]!, placesEnd(state.items.phase[item]!))
  for (let place = 0; place < end; place++) if (personAt(state, item, place) === agent) return Math.min(place, DEPUTIES)
  return POOL
}
