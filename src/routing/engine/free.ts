// For which channels somebody is free, and the lists of the free: by how many items they have in hand, within that by how long it is since
// their last work began or ended, within that by their number. Walking them is "longest idle first" (Armony 2005, who shows that of all rules
// that look at agents alone it is the one that treats them fairly).
import { BESIDE, NOT_WHILE, type Plan } from './plan.ts'
import { NONE } from './rules.ts'
import { MOST_LISTS, OFF, READY, type Seats } from './seats.ts'

type Floor = { plan: Plan; agents: Seats; reviewed: { changed: boolean } }
const A_HAIR = 1e-9 // sums of thirds

/**
 * Whether the agent's capacity and what they have in hand leave room for one more item of a channel; their state is another matter.
 * Three things must hold: nothing in hand excludes it, there are not too many of it, and its units fit beside those of what it does not interrupt.
 */
export function hasRoom({ plan, agents }: Floor, agent: number, channel: number): boolean {
  const { channels } = plan
  const mine = agent * channels
  if (agents.held[mine + channel]! >= agents.most[mine + channel]!) return false
  let units = plan.units[channel]!
  if (agents.inHand[agent]! > 0)
    for (let other = 0; other < channels; other++) {
      const held = agents.held[mine + other]!
      if (held === 0) continue
      const meanwhile = plan.matrix[channel * channels + other]!
      if (meanwhile === NOT_WHILE) return false
      if (meanwhile === BESIDE) units += held * plan.units[other]!
    }
  return units <= agents.capacity[agent]! + A_HAIR
}

/** What they could take in hand, ready or not, as bits by channel. */
export function roomFor(floor: Floor, agent: number): number {
  if (floor.agents.state[agent]! === OFF) return 0
  let bits = 0
  for (let channel = 0; channel < floor.plan.channels; channel++) if (hasRoom(floor, agent, channel)) bits |= 1 << channel
  return bits & ~floor.agents.notFor[agent]!
}

/** Works out anew what they may be offered, after anything that bears on it. */
export function review(floor: Floor, agent: number): void {
  const { agents } = floor
  const free = agents.state[agent] === READY ? roomFor(floor, agent) & beyondWhatRings(floor, agent) : 0
  if (free !== agents.free[agent]!) setFree(floor, agent, free)
  place(agents, agent)
}

// One question at a time: while they are asked for something, only what would interrupt it is asked too.
function beyondWhatRings({ plan, agents }: Floor, agent: number): number {
  let bits = -1
  if (agents.ringing[agent]! > 0)
    for (let channel = 0; channel < plan.channels; channel++)
      if (agents.rung[agent * plan.channels + channel]! > 0) bits &= plan.ringsOver[channel]!
  return bits
}

function setFree({ plan, agents, reviewed }: Floor, agent: number, free: number): void {
  const word = agent >>> 5
  const bit = 1 << (agent & 31)
  let changed = free ^ agents.free[agent]!
  agents.free[agent] = free
  for (let channel = 0; changed !== 0; channel++, changed >>>= 1)
    if ((changed & 1) !== 0) agents.freeSets[channel * agents.words + word]! ^= bit
  const was = (agents.instantSet[word]! & bit) !== 0
  const is = (free & plan.instant) !== 0
  if (was !== is) agents.instantSet[word]! ^= bit
  if (is !== was) reviewed.changed = true
}

function place(agents: Seats, agent: number): void {
  if (agents.listed[agent] !== NONE) unlist(agents, agent)
  if (agents.free[agent] !== 0) list(agents, agent, Math.min(agents.inHand[agent]!, MOST_LISTS - 1))
}

function unlist(agents: Seats, agent: number): void {
  const at = agents.listed[agent]!
  const next = agents.next[agent]!
  const prev = agents.prev[agent]!
  if (prev === NONE) agents.first[at] = next
  else agents.next[prev] = next
  if (next === NONE) agents.last[at] = prev
  else agents.prev[next] = prev
  if (agents.first[at] === NONE) agents.lists &= ~(1 << at)
  agents.listed[agent] = NONE
}

// From the end: nearly always whoever comes is the last, since their work ended just now.
function list(agents: Seats, agent: number, at: number): void {
  const since = agents.since[agent]!
  let prev = agents.last[at]!
  while (prev !== NONE && (agents.since[prev]! > since || (agents.since[prev]! === since && prev > agent)))
    prev = agents.prev[prev]!
  const next = prev === NONE ? agents.first[at]! : agents.next[prev]!
  agents.prev[agent] = prev
  agents.next[agent] = next
  if (prev === NONE) agents.first[at] = agent
  else agents.next[prev] = agent
  if (next === NONE) agents.last[at] = agent
  else agents.prev[next] = agent
  agents.lists |= 1 << at
  agents.listed[agent] = at
}
