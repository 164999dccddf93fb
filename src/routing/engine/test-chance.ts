// For tests: rules, people and events by chance. Times are whole seconds and ageing whole points a second, so that sums are exact.
import fc from 'fast-check'
import type { Happening } from './happening.ts'
import type { Agent } from './people.ts'
import { NONE, strategies, type Channel, type Elsewhere, type Need, type Queue, type Rules } from './rules.ts'
import type { Item, ItemNeeds } from './work.ts'

export const QUEUES = 3
export const CHANNELS = 2
const ABILITIES = 3
const TEAMS = 3

const rarely = <T>(arbitrary: fc.Arbitrary<T>, key: string): fc.Arbitrary<Record<string, T>> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: arbitrary.map((value) => ({ [key]: value })) })
const queue = fc.nat(QUEUES - 1)
const after = fc.integer({ min: 1, max: 40 })

const channel: fc.Arbitrary<Channel> = fc.record({
  units: fc.constantFrom(0, 1, 1, 2),
  most: fc.integer({ min: 1, max: 3 }),
  instant: fc.boolean(),
  while_serving: fc.array(fc.constantFrom('no', 'beside', 'interrupts'), { maxLength: CHANNELS }),
})

const need: fc.Arbitrary<Need> = fc.record({
  ability: fc.nat(ABILITIES - 1),
  level: fc.integer({ min: 1, max: 3 }),
  must: fc.boolean(),
  relax: fc.oneof(fc.constant([]), after.map((after_s) => [{ after_s, level: 1 }, { after_s: after_s + 7, level: 0 }])), // prettier-ignore
})

const elsewhere: fc.Arbitrary<Elsewhere> = fc.oneof(
  fc.constant<Elsewhere>({ does: 'wait' }),
  fc.constant<Elsewhere>({ does: 'refuse' }),
  fc.constant<Elsewhere>({ does: 'call_back' }),
  queue.map<Elsewhere>((to) => ({ does: 'overflow', to })),
)
const person = fc.record({ wait_s: fc.nat(30), if_paused: fc.boolean() })
const ring = fc.record({
  after_s: fc.constantFrom(0, 5, 12, 30),
  teams: fc.array(fc.nat(TEAMS - 1), { minLength: 1, maxLength: 2 }),
})
const offering = fc.record({
  rings_s: fc.integer({ min: 1, max: 25 }),
  auto_accept: fc.boolean(),
  declined_for_s: fc.constantFrom(0, 5, 60),
  away_after: fc.integer({ min: 1, max: 3 }),
  ring_all_most: fc.integer({ min: 1, max: 3 }),
})

const queueRules: fc.Arbitrary<Queue> = fc
  .tuple(
    fc.record({ strategy: fc.constantFrom(...strategies), mode: fc.constantFrom('push', 'push', 'push', 'pull') }),
    rarely(fc.array(need, { maxLength: 2 }), 'needs'),
    rarely(fc.constantFrom(1, 2), 'degree'),
    rarely(fc.record({ owner: person, contact: person, deputies: person }, { requiredKeys: [] }), 'persons'),
    rarely(fc.array(ring, { minLength: 1, maxLength: 3 }), 'rings'),
    rarely(
      fc.record({ base: fc.nat(50), ageing_per_min: fc.constantFrom(0, 60, 120), per_earlier_contact: fc.nat(5), per_min_waited_before: fc.constantFrom(0, 60) }),
      'priority',
    ),
    rarely(fc.record({ due_within_s: fc.constantFrom(60, 600, 3_600), keep_free: fc.nat(2) }), 'deferred'),
    rarely(fc.record({ arrivals: elsewhere, waiting: fc.constantFrom('served', 'as_arrivals') }), 'closed'),
    rarely(fc.record({ count: fc.nat(3), otherwise: elsewhere }), 'most_waiting'),
    rarely(fc.array(fc.oneof(fc.record({ after_s: after, to: queue }), fc.record({ longer_than: fc.nat(3), to: queue })), { maxLength: 2 }), 'overflow'),
    rarely(after, 'call_back_after_s'),
    rarely(offering, 'offer'),
    rarely(fc.integer({ min: 1, max: 15 }), 'wrap_up_s'),
    rarely(fc.integer({ min: 1, max: 15 }), 'lasts_s'),
    rarely(fc.boolean(), 'opens_closed'),
  )
  .map((parts) => Object.assign({}, ...parts)) // prettier-ignore

export const someRules: fc.Arbitrary<Rules> = fc.record({
  channels: fc.array(channel, { minLength: CHANNELS, maxLength: CHANNELS }),
  offers: fc.constantFrom('one' as const, 'several' as const),
  queues: fc.array(queueRules, { minLength: QUEUES, maxLength: QUEUES }),
})

const ability = fc.record({ ability: fc.nat(ABILITIES - 1), level: fc.integer({ min: 1, max: 3 }) })
const membership = fc.record({ queue, preference: fc.constantFrom(0, 0, 0, 5, 40) })
const agent: fc.Arbitrary<Agent> = fc.record({
  state: fc.constantFrom('ready', 'ready', 'ready', 'paused', 'off'),
  team: fc.nat(TEAMS - 1),
  capacity: fc.integer({ min: 1, max: 4 }),
  degree: fc.integer({ min: 1, max: 2 }),
  abilities: fc.uniqueArray(ability, { maxLength: ABILITIES, selector: (each) => each.ability }),
  queues: fc.uniqueArray(membership, { minLength: 1, maxLength: QUEUES, selector: (each) => each.queue }),
})
export const somePeople: fc.Arbitrary<Agent[]> = fc.array(agent, { minLength: 1, maxLength: 7, size: 'max' })

/** An event not yet bound to what is there: numbers are taken modulo what there is to choose from. */
export type Chance = {
  kind: Happening['kind']
  wait: number
  one: number
  two: number
  item: Partial<Item>
  needs: ItemNeeds | null
  agent: Partial<Agent>
}

const item: fc.Arbitrary<Partial<Item>> = fc
  .tuple(
    fc.record({ queue, channel: fc.nat(CHANNELS - 1) }),
    rarely(fc.nat(60), 'priority'),
    rarely(fc.nat(3), 'earlier_contacts'),
    rarely(fc.nat(10).map((minutes) => minutes * 60), 'waited_before_s'),
    rarely(fc.nat(20).map((minutes) => minutes * 60), 'due_at'),
    rarely(fc.nat(30), 'place_at'), // before now
    rarely(fc.nat(6), 'owner'),
    rarely(fc.nat(6), 'contact'),
    rarely(fc.array(fc.nat(6), { maxLength: 3 }), 'deputies'),
    rarely(fc.array(fc.nat(6), { maxLength: 2 }), 'not_agents'),
  )
  .map((parts) => Object.assign({}, ...parts)) // prettier-ignore
const change: fc.Arbitrary<Partial<Agent>> = fc.oneof(
  { weight: 4, arbitrary: agent.map(({ state }) => ({ state })) },
  { weight: 1, arbitrary: agent },
  { weight: 1, arbitrary: fc.record({ break_at: fc.option(fc.nat(40)) }) },
  { weight: 1, arbitrary: fc.record({ not_channels: fc.array(fc.nat(CHANNELS - 1), { maxLength: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ most: fc.array(fc.record({ channel: fc.nat(CHANNELS - 1), most: fc.nat(2) }), { maxLength: 2 }) }),
  },
)
const kinds: Happening['kind'][] = [
  ...Array.from({ length: 12 }, () => 'arrived' as const), // the shape of a day: much comes, is accepted, ends
  ...Array.from({ length: 5 }, () => 'accepted' as const),
  ...Array.from({ length: 6 }, () => 'finished' as const),
  'declined', 'declined', 'lapsed', 'left', 'left', 'taken', 'wrapped', 'longer', 'moved', 'moved', 'raised', 'agent', 'agent', 'agent', 'opened', 'closed', 'asks', 'asks', 'tick', 'tick',
] // prettier-ignore
export const someEvents = (most: number): fc.Arbitrary<Chance[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      wait: fc.constantFrom(0, 0, 1, 1, 2, 3, 5, 11),
      one: fc.nat(1_000),
      two: fc.nat(1_000),
      item,
      needs: fc.option(fc.record({ needs: fc.array(need, { maxLength: 1 }), degree: fc.constantFrom(0, 0, 2) }), { freq: 6 }),
      agent: change,
    }),
    { minLength: 1, maxLength: most, size: 'max' },
  )

/** What is there to be chosen from. */
export type There = { at: number; agents: number; items: readonly { handle: number; where: string; agents: readonly number[] }[] }

/** The event that chance meant, given what is there; null: there is nothing to which it could happen. */
export function happening(chance: Chance, there: There): Happening | null {
  const at = there.at + chance.wait
  const agentOne = chance.one % there.agents
  const { kind } = chance
  if (kind === 'arrived')
    return { kind, at, item: fitting(chance.item, at, there.agents), ...(chance.needs ? { needs: chance.needs } : {}) }
  if (kind === 'agent') {
    const { break_at } = chance.agent
    return { kind, at, agent: agentOne, change: typeof break_at === 'number' ? { break_at: at + break_at } : chance.agent }
  }
  if (kind === 'opened' || kind === 'closed') return { kind, at, queue: chance.one % QUEUES }
  if (kind === 'asks') return { kind, at, agent: agentOne }
  return kind === 'tick' ? { kind, at } : toAnItem(chance, there, at)
}

function toAnItem(chance: Chance, there: There, at: number): Happening | null {
  const where = {
    accepted: 'offered',
    declined: 'offered',
    lapsed: 'offered',
    finished: 'served',
    wrapped: 'wrapping',
    longer: 'wrapping',
  }
  const wanted = where[chance.kind as keyof typeof where] as string | undefined // absent for those that may happen anywhere
  const some = there.items.filter((item) => wanted === undefined || item.where === wanted)
  const chosen = some[chance.one % Math.max(1, some.length)]
  if (!chosen) return null
  const item = chosen.handle
  const asked = chosen.agents[chance.two % Math.max(1, chosen.agents.length)] ?? NONE
  const { kind, two } = chance
  if (kind === 'accepted' || kind === 'declined' || kind === 'lapsed') return { kind, at, item, agent: asked }
  if (kind === 'taken') return { kind, at, item, agent: two % there.agents }
  if (kind === 'longer') return { kind, at, item, seconds: two % 10 }
  if (kind === 'raised') return { kind, at, item, points: two % 50 }
  if (kind === 'moved') return { kind, at, item, queue: two % QUEUES, ...(two % 3 === 0 ? { to: two % there.agents } : {}) }
  return kind === 'left' || kind === 'finished' || kind === 'wrapped' ? { kind, at, item } : null
}

function fitting(item: Partial<Item>, at: number, agents: number): Item {
  const who = (agent: number | undefined): number | undefined => (agent === undefined ? undefined : agent % agents)
  const { queue: into = 0, channel: by = 0, place_at, due_at, owner, contact, deputies, not_agents, ...rest } = item
  return {
    queue: into, channel: by, ...rest,
    ...(place_at === undefined ? {} : { place_at: at - place_at }),
    ...(due_at === undefined ? {} : { due_at: at - (at % 60) + due_at }),
    ...(owner === undefined ? {} : { owner: who(owner)! }),
    ...(contact === undefined ? {} : { contact: who(contact)! }),
    ...(deputies === undefined ? {} : { deputies: deputies.map((agent) => agent % agents) }),
    ...(not_agents === undefined ? {} : { not_agents: not_agents.map((agent) => agent % agents) }),
  } // prettier-ignore
}
