// Rulebook → the engine's rules. The engine knows handles only: positions in lists of ours. During a trial the queues of two versions stand beside
// each other in one state; people belong to both, and each piece of work is put into a queue of the version it is served by. Pure.
//
// A queue that takes work of both paces (calls and mails) becomes two in the engine, one that looks at the wait and one that looks at the due date:
// they share a name, a key and their people.
import type { Agent } from '../engine/people.ts'
import type { Rules } from '../engine/rules.ts'
import type { ItemNeeds } from '../engine/work.ts'
import {
  isInstant, queueName, workChannels, type PersonFactsOfRouting, type Queue, type Rulebook, type WorkChannel, type WorkFacts,
} from '../contract/rulebook.ts' // prettier-ignore
import { agentOf } from './compile-people.ts'
import { compiledQueue } from './compile-queue.ts'
import { channelsOf } from './compile-weights.ts'

/** A version of the rules, by any name the caller knows it by. The first of several is the one whose channels and seats hold. */
export type Book = { version: string; rulebook: Rulebook }
/** A queue of the engine, in the place of its handle. */
export type Lane = { version: string; key: string; name: string; deferred: boolean; queue: Queue }
/** A skill or a language, in the place of its handle. */
export type Ability = { kind: 'skill' | 'language'; ref: string }

export type Compiled = {
  rules: Rules
  agents: readonly Omit<Agent, 'state'>[] // in the order of the people given
  people: readonly string[] // their ids, in the place of their handle
  lanes: readonly Lane[]
  abilities: readonly Ability[]
  teams: readonly (readonly string[])[] // by the engine's team: the teams somebody of it is in
}

/** What a house has besides its rules, as places in lists: made once for a compilation. */
export type Handles = {
  lane(version: string, key: string, deferred: boolean): number // of the other pace, where the queue has only that one
  ability(kind: Ability['kind'], ref: string): number
  team(teams: readonly string[]): number
  teamsWith(wanted: (team: string) => boolean): number[]
  everybody(): number[]
}

export function compile(books: readonly Book[], people: readonly PersonFactsOfRouting[]): Compiled {
  const [first] = books
  if (!first) throw new Error('at least one version of the rules is compiled')
  const lanes = books.flatMap(({ version, rulebook }) => rulebook.queues.flatMap((queue) => lanesOf(version, queue)))
  const { handles, abilities, teams } = handlesOf(lanes, people)
  const agents = people.map((person) => agentOf(person, { lanes, handles, book: first.rulebook }))
  const queues = lanes.map((lane) => compiledQueue(lane, { lanes, handles, book: bookOf(books, lane.version) }))
  return {
    rules: { channels: channelsOf(first.rulebook), queues },
    agents,
    people: people.map(({ id }) => id),
    lanes,
    abilities,
    teams,
  }
}

const bookOf = (books: readonly Book[], version: string): Rulebook => books.find((book) => book.version === version)!.rulebook

/** The engine's handle of a channel. */
export const channelHandle = (channel: WorkChannel): number => workChannels.indexOf(channel)

/** Whether work of a channel is done by its due date in this queue. */
export const isDeferred = ({ pace }: Pick<Queue, 'pace'>, channel: WorkChannel): boolean =>
  pace.kind === 'by_channel' ? !isInstant(channel) : pace.kind === 'deferred'

function lanesOf(version: string, queue: Queue): Lane[] {
  const channels = queue.takes.channels ?? workChannels
  const has = (deferred: boolean): boolean => channels.some((channel) => isDeferred(queue, channel) === deferred)
  const paces = [false, true].filter(has)
  return paces.map((deferred) => ({ version, key: queue.key, name: queueName(queue), deferred, queue }))
}

/** The engine's queue for a piece of work that goes to the queue `key` of a version, or undefined where there is no such queue. */
export function laneFor(compiled: Compiled, place: { version: string; key: string; channel: WorkChannel }): number | undefined {
  const found = compiled.lanes.findIndex(({ version, key }) => version === place.version && key === place.key)
  if (found < 0) return undefined
  const { queue } = compiled.lanes[found]!
  return laneOf(compiled.lanes, place, isDeferred(queue, place.channel))
}

// Of a queue that has one pace only, that one.
function laneOf(lanes: readonly Lane[], { version, key }: { version: string; key: string }, deferred: boolean): number {
  const same = (lane: Lane): boolean => lane.version === version && lane.key === key
  const exact = lanes.findIndex((lane) => same(lane) && lane.deferred === deferred)
  return exact >= 0 ? exact : lanes.findIndex(same)
}

/** What a piece of work needs beyond its queue: that whoever takes it speaks the customer's language, and gives the degree that was asked for. */
export function needsOf(compiled: Compiled, lane: number, facts: Pick<WorkFacts, 'language' | 'degree'>): ItemNeeds {
  const { who } = compiled.lanes[lane]!.queue
  const spoken = compiled.abilities.findIndex(({ kind, ref }) => kind === 'language' && ref === facts.language)
  const { strength, relax_after_s } = who.language
  const degree = facts.degree !== null && facts.degree > who.degree ? { degree: facts.degree } : {}
  if (strength === 'any' || spoken < 0) return { needs: [], ...degree }
  const relax = relax_after_s === null ? {} : { relax: [{ after_s: relax_after_s, level: 0 }] }
  return { needs: [{ ability: spoken, level: 1, must: strength === 'must', ...relax }], ...degree }
}

/** Points of its own: the head start that the case's priority gives in this queue. */
export const pointsOf = (compiled: Compiled, lane: number, { priority }: Pick<WorkFacts, 'priority'>): number =>
  compiled.lanes[lane]!.queue.priority.case_min[priority]

type Made = { handles: Handles; abilities: Ability[]; teams: string[][] }

function handlesOf(lanes: readonly Lane[], people: readonly PersonFactsOfRouting[]): Made {
  const abilities: Ability[] = []
  const abilityAt = new Map<string, number>()
  const teams: string[][] = []
  const teamAt = new Map<string, number>()
  const place = <Thing>(name: string, thing: Thing, into: { list: Thing[]; at: Map<string, number> }): number => {
    const known = into.at.get(name) ?? into.list.push(thing) - 1
    into.at.set(name, known)
    return known
  }
  const handles: Handles = {
    lane: (version, key, deferred) => laneOf(lanes, { version, key }, deferred),
    ability: (kind, ref) => place(`${kind} ${ref}`, { kind, ref }, { list: abilities, at: abilityAt }),
    team: (of) => place([...of].toSorted().join(' '), [...of].toSorted(), { list: teams, at: teamAt }),
    teamsWith: (wanted) => teams.flatMap((of, at) => (of.some(wanted) ? [at] : [])),
    everybody: () => teams.map((_, at) => at),
  }
  for (const { skills, languages, teams: of } of people) {
    for (const skill of Object.keys(skills)) handles.ability('skill', skill)
    for (const language of Object.keys(languages)) handles.ability('language', language)
    handles.team(of)
  }
  return { handles, abilities, teams }
}
