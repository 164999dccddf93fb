// One side of a rehearsal, today or tomorrow: the scenario's words made into the routing engine's rules and people, all names into handles.
import type { Agent, ItemNeeds, Rules } from '#routing/engine'
import { queueShape, type Queue } from '../contract/queues.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { agentsOf, mayServe } from './agents.ts'
import { channelsOf, isDeferred } from './channels.ts'
import { newNames, type Names } from './names.ts'
import { peopleOf, rosterOf, type Person, type Roster } from './people.ts'
import { queuesOf, type Hour } from './queues.ts'

/** What a kind of contact is to the engine: handles; `needs` of its own; the persons its contacts know, by handle, −1 for nobody. */
export type Place = {
  channel: number
  queue: number
  needs: ItemNeeds | null
  owners: Int32Array | null // of each contact of a list
  contacts: Int32Array | null // likewise
  mayOwn: Int32Array // among whom an owner is drawn
}

export type Side = {
  name: string
  rules: Rules
  agents: Agent[]
  people: Person[]
  roster: Roster
  queues: string[] // as they are shown; queues of call-backs come after all of them in the rules
  callBacks: Int32Array // of each shown queue, its queue of call-backs, or −1
  ringSeconds: Float64Array // of each queue of the rules: how long an offer rings before the agent answers
  hours: Hour[]
  within: Float64Array // of each shown queue: seconds in which an answer is in time
  places: Place[] // of each kind
  teams: string[]
  teamOf: Int32Array // of each person, or −1
  costPerSecond: Float64Array // of each person
  speeds: (readonly number[] | null)[] // of each channel
  shares: Uint8Array // 1: work on this channel may be slowed by company or interrupted
  mostWrapUp: Float64Array // of each queue of the rules, in seconds; 0: none
}

export type Written = Pick<Scenario, 'staff' | 'queues' | 'rulebook' | 'channels' | 'service_level'> & { name: string }
export type Window = { from: number; to: number; end: number } // seconds: counted from…to, followed until `end`

export function sideOf(written: Written, kinds: readonly Kind[], window: Window): Side {
  const said = written.channels ?? {}
  const channels = newNames([...kinds.map(({ channel }) => channel), ...Object.keys(said)])
  const abilities = newNames()
  const queues = queuesWritten(written.queues, kinds)
  const people = peopleOf(written.staff)
  const crews = newNames()
  const crewOf = Int32Array.from(people, ({ group: { team, site } }) =>
    team === undefined && site === undefined ? -1 : crews.of(crewName(team, site)),
  )
  const crewsOf = crewsFinder(people, crews)
  const made = queuesOf(queues, {
    abilities,
    crewsOf,
    isDeferred: (queue) => queueIsDeferred(queue, kinds, { queues, said }),
    wrapsUp: kinds.some(
      ({ wrap_up, arrivals }) => wrap_up !== undefined || ('at_s' in arrivals && arrivals.wrap_up_s !== undefined),
    ),
  })
  const rules = { channels: channelsOf(channels, said), queues: made.routed }
  const roster = rosterOf(written.staff, window)
  const teams = newNames(people.flatMap(({ group }) => group.team ?? []))
  return {
    name: written.name,
    rules,
    agents: agentsOf(people, { written: queues, callBacks: made.callBacks, abilities, roster, crewOf }),
    people,
    roster,
    queues: queues.map(({ name }) => name),
    callBacks: made.callBacks,
    ringSeconds: made.ringSeconds,
    hours: made.hours,
    within: Float64Array.from(queues, ({ within_s }) => within_s ?? written.service_level.within_s),
    places: kinds.map((kind) => placeOf(kind, { queues, channels, abilities, people })),
    teams: teams.list,
    teamOf: Int32Array.from(people, ({ group }) => (group.team === undefined ? -1 : teams.of(group.team))),
    costPerSecond: Float64Array.from(people, ({ group }) => group.cost_per_hour / 3_600),
    speeds: channels.list.map((name) => said[name]?.speeds ?? null),
    shares: Uint8Array.from(channels.list, (name, handle) =>
      Number(said[name]?.speeds !== undefined || isInterrupted(rules, handle)),
    ),
    mostWrapUp: Float64Array.from(made.routed, ({ wrap_up_s }) => wrap_up_s ?? 0),
  }
}

const isInterrupted = ({ channels }: Rules, handle: number): boolean =>
  channels.some(({ while_serving }) => while_serving[handle] === 'interrupts')

/** The queues of a scenario; where it names none, each kind of contact has one of its own name. */
export const queuesWritten = (queues: readonly Queue[] | undefined, kinds: readonly Kind[]): readonly Queue[] =>
  queues ?? [...new Set(kinds.map(({ name, queue }) => queue ?? name))].map((name) => queueShape.parse({ name }))

/** The queue a kind waits in: its own word, else the queue of its name, else the only one; −1 where there is none. */
export function queueOfKind({ name, queue }: Kind, queues: readonly Queue[]): number {
  const found = queues.findIndex((each) => each.name === (queue ?? name))
  return found < 0 && queue === undefined && queues.length === 1 ? 0 : found
}

type Known = { queues: readonly Queue[]; channels: Names; abilities: Names; people: readonly Person[] }

function placeOf(kind: Kind, known: Known): Place {
  const needs = Object.entries(kind.needs).map(([skill, level]) => ({ ability: known.abilities.of(skill), level, must: true }))
  const queue = queueOfKind(kind, known.queues)
  const list = 'at_s' in kind.arrivals ? kind.arrivals : undefined
  const handles = new Map(known.people.map(({ name }, handle) => [name, handle]))
  const persons = (names: readonly (string | null)[]) => Int32Array.from(names, (name) => handles.get(name ?? '') ?? -1)
  return {
    channel: known.channels.of(kind.channel),
    queue,
    needs: needs.length > 0 ? { needs } : null,
    owners: list?.owners ? persons(list.owners) : null,
    contacts: list?.contacts ? persons(list.contacts) : null,
    mayOwn: Int32Array.from(kind.owned ? ownersFor(kind.owned, known.queues[queue], known.people) : []),
  }
}

const ownersFor = ({ by }: NonNullable<Kind['owned']>, queue: Queue | undefined, people: readonly Person[]): number[] =>
  people.flatMap(({ group }, handle) => {
    const chosen = by
      ? by.includes(group.name)
      : (group.queues?.includes(queue?.name ?? '') ?? (queue && mayServe(queue, group.skills)))
    return chosen ? [handle] : []
  })

type Said = NonNullable<Scenario['channels']>

function queueIsDeferred(
  queue: Queue,
  kinds: readonly Kind[],
  { queues, said }: { queues: readonly Queue[]; said: Said },
): boolean {
  if (queue.deferred !== undefined) return queue.deferred
  const own = kinds.filter((kind) => queues[queueOfKind(kind, queues)] === queue)
  return own.length > 0 && own.every(({ channel }) => isDeferred(channel, said))
}

const crewName = (team = '', site = ''): string => JSON.stringify([team, site])

function crewsFinder(people: readonly Person[], crews: Names) {
  const all = new Map(people.map(({ group }) => [crewName(group.team, group.site), group]))
  return ({ teams, sites }: Queue['rings'][number]): number[] =>
    [...all].flatMap(([name, { team, site }]) => {
      const asked = (team !== undefined && teams?.includes(team)) || (site !== undefined && sites?.includes(site))
      return asked ? [crews.of(name)] : []
    })
}
