// The centre's own rules: its rulebook, compiled by the very code that compiles it live. What the rehearsal does not play as it is live: an
// offer is accepted at once where nothing is said of how staff answer, whoever would ask for the next does so as soon as they are free, and queues are open when the scenario says so (it has
// no calendar), always where it does not.
import {
  channelHandle,
  classify,
  compile,
  laneFor,
  needsOf,
  pointsOf,
  rulebookShape,
  workChannels,
  type Compiled,
  type PersonFactsOfRouting,
  type Rulebook,
  type WorkChannel,
  type WorkFacts,
} from '#routing/contract'
import type { Agent, Queue, Rules } from '#routing/engine'
import { ofTheDeferred, withTheirPerson } from '../contract/report.ts'
import type { Kind } from '../contract/traffic.ts'
import { stateOf } from './agents.ts'
import type { Person, Roster } from './people.ts'
import type { Hour } from './queues.ts'
import type { Ruled, Seat, Written } from './side.ts'

const VERSION = 'rehearsed'

// What no queue takes stays with whoever answers for the case: a queue of nobody, which asks the owner for ever.
const forEver = 1e9

export function byRulebook(
  written: Written,
  kinds: readonly Kind[],
  { people, roster }: { people: readonly Person[]; roster: Roster },
): Ruled {
  const rulebook = rulebookShape.parse(written.rulebook)
  const compiled = compile(
    [{ version: VERSION, rulebook }],
    people.map((person) => factsOf(person, rulebook)),
  )
  const owned = compiled.lanes.length
  const answered = people.some(({ group }) => group.answers !== undefined)
  const written_queues = [
    ...compiled.rules.queues.map((queue, lane) =>
      opensClosed(played(queue, answered), written.openings?.[compiled.lanes[lane]!.key]),
    ), // a queue a lane
    { persons: { owner: { wait_s: forEver } }, offer: { auto_accept: true } },
  ]
  const seats = kinds.map((kind) => seatOf(kind, { compiled, rulebook, owned }))
  const { queues, callBacks } = withCallBacks(written_queues)
  return {
    rules: { channels: compiled.rules.channels, queues },
    agents: compiled.agents.map((agent, person): Agent => ({
      ...agent,
      state: stateOf(roster.first[person]),
      queues: agent.queues.flatMap((membership) => {
        const twin = callBacks[membership.queue]! // one of the queues
        return twin < 0 ? [membership] : [membership, { ...membership, queue: twin }]
      }),
    })),
    queues: seats.some(({ queue }) => queue === owned) ? [...namesOf(compiled), withTheirPerson] : namesOf(compiled),
    callBacks,
    ringSeconds: new Float64Array(queues.length),
    hours: hoursOf(compiled, written.openings),
    hoursEvery: NEVER_AGAIN,
    within: new Float64Array(owned + 1).fill(written.service_level.within_s),
    speeds: workChannels.map((channel) => written.channels?.[channel]?.speeds ?? null),
    seats,
    mayServe: (person, queue) => compiled.agents[person]!.queues.some((membership) => membership.queue === queue), // asked of the people there are
  }
}

// Hours are of the whole run, one after the other, and do not come again.
const NEVER_AGAIN = 1e12
type Openings = NonNullable<Written['openings']>[string]

function hoursOf({ lanes }: Compiled, openings: Written['openings']): Hour[] {
  return lanes
    .flatMap(({ key }, queue) =>
      (openings?.[key] ?? []).flatMap(([from, to]) => [
        { at: to, queue, open: false },
        { at: from, queue, open: true },
      ]),
    )
    .sort((a, b) => a.at - b.at || Number(a.open) - Number(b.open)) // one that closes and opens at once is open
}

const opensClosed = (queue: Queue, openings: Openings | undefined): Queue =>
  openings && !openings.some(([from]) => from === 0) ? { ...queue, opens_closed: true } : queue

// Whoever let several offers ring out is not paused: when people were away is in their shifts.
function played(queue: Queue, answered: boolean): Queue {
  const { away_after: _paused, ...offer } = queue.offer ?? {}
  return { ...queue, mode: 'push', offer: answered ? offer : { ...offer, auto_accept: true } }
}

// Beside a queue that offers to call back, one where those wait who are not to be turned away again.
function withCallBacks(written: readonly Queue[]): { queues: Rules['queues']; callBacks: Int32Array } {
  const queues = [...written]
  const callBacks = new Int32Array(written.length).fill(-1)
  for (const [handle, queue] of written.entries()) {
    const { most_waiting: full, call_back_after_s: again, closed: _closed, ...same } = queue
    if (again !== undefined || full?.otherwise.does === 'call_back') callBacks[handle] = queues.push(same) - 1
  }
  return { queues, callBacks }
}

// A queue of both paces is two in the engine, and is shown as two.
const namesOf = ({ lanes }: Compiled): string[] =>
  lanes.map((lane, place) => {
    const twice = lanes.some(({ key }, other) => key === lane.key && other !== place)
    return twice && lane.deferred ? lane.name + ofTheDeferred : lane.name
  })

function factsOf({ name, group }: Person, { queues }: Rulebook): PersonFactsOfRouting {
  const { queues: own, prefers, team, teams, skills, languages, degree, ratings, most, seat_units } = group
  const named = new Map(own?.map((queue, place) => [queue, prefers ? Math.max(1, 5 - place) : 3]))
  return {
    id: name,
    name,
    teams: teams ?? (team === undefined ? [] : [team]),
    skills,
    languages: languages ?? {},
    degree: degree ?? 1,
    queues:
      ratings ??
      (own ? Object.fromEntries(queues.map((queue) => [queue.key, named.get(queue.key) ?? named.get(queue.name) ?? 0])) : {}),
    most: most ?? {},
    seat_units: seat_units ?? null,
  }
}

type Known = { compiled: Compiled; rulebook: Rulebook; owned: number }

function seatOf(kind: Kind, { compiled, rulebook, owned }: Known): Seat {
  const facts = workFactsOf(kind)
  const channel = channelHandle(facts.channel)
  const named =
    kind.queue === undefined ? undefined : rulebook.queues.find(({ key, name }) => key === kind.queue || name === kind.queue)
  const { queue } = named ? { queue: named } : classify(rulebook, facts, () => true)
  const lane = queue && laneFor(compiled, { version: VERSION, key: queue.key, channel: facts.channel })
  if (lane === undefined || lane === null) return { channel, queue: owned, needs: null, points: 0 }
  const needs = needsOf(compiled, lane, facts)
  const asks = needs.needs.length > 0 || needs.degree !== undefined
  return { channel, queue: lane, needs: asks ? needs : null, points: pointsOf(compiled, lane, facts) }
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const

/** The facts of a kind as the rules look at them; what is not said is not known. */
export function workFactsOf({ channel, facts }: Kind): WorkFacts {
  const text = (name: string): string | null => (facts[name] === undefined ? null : String(facts[name]))
  return {
    channel: channel as WorkChannel, // checked when the scenario was read
    reason: text('reason'),
    language: text('language'),
    brand: text('brand'),
    entry_point: text('entry_point'),
    flags: text('flags')?.split(',') ?? [],
    priority: priorities.find((priority) => priority === facts.priority) ?? 'normal',
    degree: facts.degree === undefined ? null : Number(facts.degree),
  }
}
