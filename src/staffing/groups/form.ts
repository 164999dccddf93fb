// The groups of the house now: streams, who may serve them by the rules in force, what skills that takes, where they sit.
import { createHash } from 'node:crypto'
import * as routing from '#routing'
import * as staff from '#staff'
import { once } from '#base/once'
import type { Work } from '#base/work'
import { streamKey, type Stream } from '#forecasting/contract'
import { usualWithin, workChannels, type PersonFactsOfRouting, type Queue, type Rulebook } from '#routing/contract'
import type { Group } from '../contract.ts'
import { formGroups, type Formed } from '../rules/form-groups.ts'
import { whoServes } from '../rules/who-serves.ts'

export type HouseGroup = Group & { members: readonly PersonFactsOfRouting[]; sites: ReadonlyMap<string | null, number> }
const MOST_SKILLS = 200

/** By name: the same streams, in whatever order they were read, make groups of the same keys. */
export async function groupsOf(work: Work, given: readonly Stream[]): Promise<HouseGroup[]> {
  const streams = given.toSorted((a, b) => inOrder(a.queue, b.queue) || inOrder(a.channel, b.channel))
  const book = (await routing.currentRulebook(work))?.document ?? null
  const [people, skills] = await Promise.all([peopleWhoServe(work), staff.listSkills(work, { limit: MOST_SKILLS })])
  const served = whoServes(streams, people, (queue) => capableOf(book, queue, people))
  const formed = apart(streams, book !== null).flatMap((some) =>
    formGroups(
      some.map((stream) => streamKey(stream)),
      served,
    ),
  )
  const names = new Map(skills.items.map(({ id, name }) => [id, name]))
  const split = queuesInSeveral(formed)
  return formed.map((each) => shown(each, { book, people, names, split }))
}

// What no queue takes stays with whoever answers for the case: it makes no group of those who serve queues.
function apart(streams: readonly Stream[], isRouted: boolean): Stream[][] {
  if (!isRouted) return [[...streams]]
  const { queued = [], unqueued = [] } = Object.groupBy(streams, ({ queue }) => (queue ? 'queued' : 'unqueued'))
  return [queued, unqueued]
}

const peopleWhoServe = (work: Work): Promise<PersonFactsOfRouting[]> =>
  once(work, 'staffing.people', () => routing.peopleOfRouting(work))

// Who may take it by the time it should be taken. A queue the rules do not know, or none at all: everybody.
function capableOf(book: Rulebook | null, key: string, people: readonly PersonFactsOfRouting[]): Set<string> | null {
  const queue = book?.queues.find((each) => each.key === key)
  if (!book || !queue) return null
  return new Set(routing.capableAfter(queue, people, { book, wait_s: withinOf(queue) }).map(({ id }) => id))
}

function withinOf({ aim, takes }: Queue): number {
  const [channel] = takes.channels ?? workChannels
  return aim.within_s ?? usualWithin(channel ?? 'phone')
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

const queueOf = (key: string): string => key.slice(0, key.lastIndexOf('|'))
const channelOf = (key: string): string => key.slice(key.lastIndexOf('|') + 1)

// A queue whose calls and whose mail are for different people is in two groups, told apart by their channels.
function queuesInSeveral(formed: readonly Formed[]): Set<string> {
  const seen = new Map<string, number>()
  for (const { streams } of formed) for (const queue of new Set(streams.map(queueOf))) seen.set(queue, (seen.get(queue) ?? 0) + 1)
  return new Set([...seen].flatMap(([queue, groups]) => (groups > 1 ? [queue] : [])))
}

type House = {
  book: Rulebook | null
  people: readonly PersonFactsOfRouting[]
  names: ReadonlyMap<string, string>
  split: ReadonlySet<string>
}

function shown({ streams, people: ids, kinds }: Formed, { book, people, names, split }: House): HouseGroup {
  const queues = [...new Set(streams.map(queueOf))]
  const known = queues.map((key) => book?.queues.find((queue) => queue.key === key))
  const isSplit = queues.some((queue) => split.has(queue))
  const label = (key: string, queue: Queue | undefined): string => queue?.name || key
  const channels = streams.map(channelOf)
  const wanted = known.flatMap((queue) => queue?.who.skills.map(({ skill }) => skill) ?? [])
  const members = people.filter(({ id }) => ids.includes(id))
  return {
    group: keyOf(isSplit ? streams : queues),
    label:
      named(queues.map((key, place) => label(key, known[place]))) + (isSplit ? ` (${[...new Set(channels)].join(', ')})` : ''),
    queues: queues.map((key, place) => ({ key, label: label(key, known[place]) })),
    streams: streams.map((key) => ({ key, queue: queueOf(key), channel: channelOf(key) })),
    skills: [...new Set(wanted)].map((id) => ({ id, name: names.get(id) ?? id })),
    people: ids.length,
    kinds,
    members,
    sites: sitesOf(members, book),
  }
}

const [LONGEST_KEY, MOST_NAMED] = [1_000, 8]
const FIRST = 3

// Hundreds of queues for the same people are told by the first of them, how many more there are, and a digest of them all.
function keyOf(parts: readonly string[]): string {
  const whole = parts.join('+')
  if (whole.length <= LONGEST_KEY) return whole
  const digest = createHash('sha1').update(whole).digest('base64url').slice(0, 16)
  return `${parts.slice(0, FIRST).join('+')}+~${parts.length - FIRST}~${digest}`
}

const named = (labels: readonly string[]): string =>
  labels.length <= MOST_NAMED ? labels.join(' + ') : `${labels.slice(0, FIRST).join(' + ')} + ${labels.length - FIRST}`

function sitesOf(members: readonly PersonFactsOfRouting[], book: Rulebook | null): Map<string | null, number> {
  const counted = new Map<string | null, number>()
  for (const { teams } of members) {
    const site = book?.sites.find((each) => each.teams.some((team) => teams.includes(team)))?.key ?? null
    counted.set(site, (counted.get(site) ?? 0) + 1)
  }
  return counted
}
