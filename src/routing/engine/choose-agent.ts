// An item looks for somebody among the free who may take from its line.
import { isBarred } from './bars.ts'
import { countBits, lowestBit } from './columns.ts'
import { freshen } from './fits.ts'
import { hasRoom } from './free.ts'
import { NONE, type Strategy } from './rules.ts'
import { PAUSED, READY } from './seats.ts'
import type { State } from './state.ts'

/** The agent an item of a line goes to; NONE: nobody who may take it is free. */
export function chooseAgent(state: State, item: number): number {
  const { lines, plan } = state
  const line = state.items.line[item]!
  if (lines.stale[line]) freshen(state, line)
  const { strategy } = plan.queues[lines.queue[line]!]!
  return lines.flat[line] && walks(strategy) ? longestIdle(state, item) : best(state, item, strategy)
}

// What these look at besides ranks is the order of the lists of the free.
const walks = (strategy: Strategy): boolean => strategy !== 'fewest_handled' && strategy !== 'round_robin'

function longestIdle(state: State, item: number): number {
  const { agents, items, lines } = state
  const able = lines.able[items.line[item]!]!
  const bit = 1 << items.channel[item]!
  for (let left = agents.lists; left !== 0; left &= left - 1)
    for (let agent = agents.first[lowestBit(left)]!; agent !== NONE; agent = agents.next[agent]!)
      if (
        (agents.free[agent]! & bit) !== 0 &&
        ((able[agent >>> 5]! >>> (agent & 31)) & 1) !== 0 &&
        mayBeOffered(state, item, agent)
      )
        return agent
  return NONE
}

function best(state: State, item: number, strategy: Strategy): number {
  let chosen = NONE
  forFree(state, item, (agent) => {
    if (chosen === NONE || goesBefore(state, { item, strategy }, { agent, other: chosen })) chosen = agent
  })
  return chosen
}

/** All who are free and may take it, the first first: they ring together. */
export function chooseAll(state: State, item: number): number[] {
  const { lines, items } = state
  if (lines.stale[items.line[item]!]) freshen(state, items.line[item]!)
  const found: number[] = []
  forFree(state, item, (agent) => found.push(agent))
  return found.toSorted((agent, other) => (goesBefore(state, { item, strategy: 'ring_all' }, { agent, other }) ? -1 : 1))
}

function forFree(state: State, item: number, visit: (agent: number) => void): void {
  const { agents, items, lines } = state
  const able = lines.able[items.line[item]!]!
  const from = items.channel[item]! * agents.words
  for (let word = 0; word < agents.words; word++)
    for (let left = able[word]! & agents.freeSets[from + word]!; left !== 0; left &= left - 1) {
      const agent = word * 32 + lowestBit(left)
      if (mayBeOffered(state, item, agent)) visit(agent)
    }
}

type Pair = { agent: number; other: number }

/**
 * Whether one agent goes before another for an item: by rank (fits.ts); whose turn it is; who has less in hand; who took fewer, if that is
 * the strategy; who has been free for longer; the lower number.
 */
export function goesBefore(
  state: State,
  { item, strategy }: { item: number; strategy: Strategy },
  { agent, other }: Pair,
): boolean {
  const { agents, items, lines } = state
  const rank = lines.rank[items.line[item]!]!
  if (rank[agent] !== rank[other]) return rank[agent]! < rank[other]!
  if (strategy === 'round_robin') return turnsUntil(state, item, agent) < turnsUntil(state, item, other)
  if (
    strategy === 'fewest_handled' &&
    agents.inHand[agent] === agents.inHand[other] &&
    agents.handled[agent] !== agents.handled[other]
  )
    return agents.handled[agent]! < agents.handled[other]!
  return isFreer(state, { agent, other })
}

/** Less in hand, free for longer, the lower number: the order everything falls back upon. */
export function isFreer({ agents }: State, { agent, other }: Pair): boolean {
  if (agents.inHand[agent] !== agents.inHand[other]) return agents.inHand[agent]! < agents.inHand[other]!
  if (agents.since[agent] !== agents.since[other]) return agents.since[agent]! < agents.since[other]!
  return agent < other
}

function turnsUntil({ agents, items }: State, item: number, agent: number): number {
  const last = agents.lastOf[items.queue[item]!]!
  return agent > last ? agent - last : agent - last + agents.count
}

/** What no set knows: breaks that are near, who declined this very item, and people to be kept free. */
export function mayBeOffered(state: State, item: number, agent: number): boolean {
  if (!mayBeAsked(state, item, agent)) return false
  return state.plan.queues[state.items.queue[item]!]!.keepFree === 0 || leavesEnough(state, state.items.line[item]!, agent)
}

/** Neither does their break come too soon nor have they declined it. */
export function mayBeAsked(state: State, item: number, agent: number): boolean {
  if (!respectsBreak(state, state.items.queue[item]!, agent)) return false
  return state.items.bar[item] === NONE || !isBarred(state, item, agent)
}

/** Whether what a queue's work usually takes ends before the agent's next break. */
export function respectsBreak({ agents, plan, at }: State, queue: number, agent: number): boolean {
  const begins = agents.breakAt[agent]!
  return begins > at && at + plan.queues[queue]!.lasts <= begins
}

/** Whether enough of those who may take from the line stay free for instant work if this one takes from it. */
export function leavesEnough(state: State, line: number, agent: number): boolean {
  const { agents, lines, plan } = state
  if (!isSet(agents.instantSet, agent) || staysFree(state, agent, lines.channel[line]!)) return true
  return freeForInstant(state, line) > plan.queues[lines.queue[line]!]!.keepFree
}

// How many of those who may take from a line are free for instant work.
function freeForInstant({ agents, lines }: State, line: number): number {
  const able = lines.able[line]!
  let count = 0
  for (let word = 0; word < agents.words; word++) count += countBits(able[word]! & agents.instantSet[word]!)
  return count
}

// With one more item of the channel in hand, is there an instant channel they could still be offered?
function staysFree(state: State, agent: number, channel: number): boolean {
  const { agents, plan } = state
  const at = agent * plan.channels + channel
  agents.held[at]!++
  agents.inHand[agent]!++
  let stays = false
  for (let other = 0; other < plan.channels && !stays; other++)
    stays = ((agents.free[agent]! & plan.instant) >>> other) % 2 === 1 && hasRoom(state, agent, other)
  agents.held[at]!--
  agents.inHand[agent]!--
  return stays
}

const isSet = (set: Uint32Array, at: number): boolean => ((set[at >>> 5]! >>> (at & 31)) & 1) !== 0

/** Whether it is worth waiting for a person who is busy: they are at their seat, or in a pause that the rule waits for. */
export const isAround = ({ agents }: State, agent: number, ifPaused: boolean): boolean =>
  agents.state[agent] === READY || (ifPaused && agents.state[agent] === PAUSED)
