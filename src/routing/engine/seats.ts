// The agents, in columns: what they can, what they have in hand, and for which channels they are free.
import type { Agent, AgentChange } from './people.ts'
import type { Plan } from './plan.ts'
import { NONE, type Rules } from './rules.ts'

export const READY = 0
export const PAUSED = 1
export const OFF = 2
export const stateCodes = { ready: READY, paused: PAUSED, off: OFF } as const
/** In lists of the free, from so many in hand on all are alike. */
export const MOST_LISTS = 31

export type Seats = {
  count: number
  words: number // of 32 agents, in sets of agents
  abilities: number
  state: Uint8Array
  team: Int32Array
  capacity: Float64Array
  most: Int32Array // agent × channel
  notFor: Int32Array // bits by channel
  levels: Float32Array // agent × ability
  degree: Float64Array
  member: Uint8Array // agent × queue
  preference: Float64Array // agent × queue
  breakAt: Float64Array // Infinity: none
  since: Float64Array // when their last work began or ended, or they became ready
  handled: Int32Array
  lapses: Int32Array // in a row
  held: Int32Array // agent × channel: in hand, asked included
  inHand: Int32Array
  ringing: Int32Array // of those: asked for, not answered yet
  rung: Int32Array // agent × channel: the same by channel
  wrapping: Int32Array // of those: being wrapped up
  hold: Int32Array // the first they have in hand
  own: Int32Array // the first item that asks for them first
  free: Int32Array // bits by channel: what they may be offered now
  freeSets: Uint32Array // channel × words: the same as sets of agents
  instantSet: Uint32Array // words: free for some instant channel
  next: Int32Array // in the list of the free with as many in hand, the longest first
  prev: Int32Array
  listed: Int8Array // in which list; NONE: in none
  first: Int32Array // by list
  last: Int32Array
  lists: number // bits: which lists hold somebody
  lastOf: Int32Array // round robin: who was last
}

export function newSeats(plan: Plan, agents: readonly Agent[]): Seats {
  const count = agents.length
  const queues = plan.queues.length
  const words = Math.max(1, Math.ceil(count / 32))
  const abilities = 1 + highestAbility(plan.rules, agents)
  const ints = (size = count) => new Int32Array(size).fill(NONE)
  const zeros = (size = count) => new Int32Array(size)
  const floats = (size = count) => new Float64Array(size)
  const seats: Seats = {
    count, words, abilities,
    state: new Uint8Array(count).fill(OFF), team: ints(), capacity: floats(), most: zeros(count * plan.channels), notFor: zeros(),
    levels: new Float32Array(count * abilities), degree: floats(), member: new Uint8Array(count * queues), preference: floats(count * queues),
    breakAt: floats(), since: floats(), handled: zeros(), lapses: zeros(), held: zeros(count * plan.channels), inHand: zeros(), ringing: zeros(), rung: zeros(count * plan.channels),
    wrapping: zeros(), hold: ints(), own: ints(),
    free: zeros(), freeSets: new Uint32Array(words * plan.channels), instantSet: new Uint32Array(words),
    next: ints(), prev: ints(), listed: new Int8Array(count).fill(NONE), first: ints(MOST_LISTS), last: ints(MOST_LISTS), lists: 0,
    lastOf: ints(queues),
  } // prettier-ignore
  agents.forEach((agent, handle) => {
    describe(seats, plan, { agent: handle, change: { team: NONE, capacity: 1, most: [], degree: 1, break_at: null, ...agent } })
  })
  return seats
}

function highestAbility({ queues }: Rules, agents: readonly Agent[]): number {
  const asked = queues.flatMap(({ needs = [] }) => needs.map(({ ability }) => ability))
  return [...asked, ...agents.flatMap(({ abilities = [] }) => abilities.map(({ ability }) => ability))].reduce(
    (a, b) => Math.max(a, b),
    0,
  )
}

/** Writes down what is said of an agent; what is not said stays. Whether they are free is worked out by `review` afterwards. */
export function describe(seats: Seats, plan: Plan, { agent, change }: { agent: number; change: AgentChange }): void {
  if (change.state !== undefined) seats.state[agent] = stateCodes[change.state]
  if (change.team !== undefined) seats.team[agent] = change.team
  if (change.capacity !== undefined) seats.capacity[agent] = change.capacity
  if (change.degree !== undefined) seats.degree[agent] = change.degree
  if (change.break_at !== undefined) seats.breakAt[agent] = change.break_at ?? Infinity
  if (change.handled !== undefined) seats.handled[agent] = change.handled
  if (change.not_channels) seats.notFor[agent] = change.not_channels.reduce((bits, channel) => bits | (1 << channel), 0)
  if (change.most) {
    const from = agent * plan.channels
    seats.most.set(plan.most, from)
    for (const { channel, most } of change.most) seats.most[from + channel] = most
  }
  if (change.abilities) describeAbilities(seats, agent, change.abilities)
  if (change.queues) describeQueues(seats, agent, change.queues)
}

function describeAbilities(seats: Seats, agent: number, abilities: NonNullable<Agent['abilities']>): void {
  const highest = abilities.reduce((most, { ability }) => Math.max(most, ability), 0)
  if (highest >= seats.abilities) widen(seats, highest + 1)
  const from = agent * seats.abilities
  seats.levels.fill(0, from, from + seats.abilities)
  for (const { ability, level } of abilities) seats.levels[from + ability] = level
}

function widen(seats: Seats, abilities: number): void {
  const levels = new Float32Array(seats.count * abilities)
  for (let agent = 0; agent < seats.count; agent++)
    levels.set(seats.levels.subarray(agent * seats.abilities, (agent + 1) * seats.abilities), agent * abilities)
  seats.levels = levels
  seats.abilities = abilities
}

function describeQueues(seats: Seats, agent: number, queues: Agent['queues']): void {
  const width = seats.lastOf.length
  seats.member.fill(0, agent * width, (agent + 1) * width)
  seats.preference.fill(0, agent * width, (agent + 1) * width)
  for (const { queue, preference = 0 } of queues) {
    seats.member[agent * width + queue] = 1
    seats.preference[agent * width + queue] = preference
  }
}

/** 0 where the ability is not known. */
export const levelOf = (seats: Seats, agent: number, ability: number): number =>
  ability < seats.abilities ? seats.levels[agent * seats.abilities + ability]! : 0
