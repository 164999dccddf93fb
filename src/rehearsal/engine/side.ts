// One side of a rehearsal, today or tomorrow: the scenario's words made into the routing engine's rules and people, all names into handles.
import type { Agent, ItemNeeds, Rules } from '#routing/engine'
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { lawOf } from '../maths/laws.ts'
import type { Law } from '../maths/distributions.ts'
import { byQueues } from './by-queues.ts'
import { byRulebook } from './by-rulebook.ts'
import { newNames } from './names.ts'
import { peopleOf, rosterOf, type Person, type Roster } from './people.ts'
import type { Hour } from './queues.ts'

/** What a kind of contact is to the routing engine: handles, what it needs beyond its queue, and its own points. */
export type Seat = { channel: number; queue: number; needs: ItemNeeds | null; points: number }

/** The same with the persons its contacts know, by handle, −1 for nobody. */
export type Place = Seat & {
  owners: Int32Array | null // of each contact of a list
  contacts: Int32Array | null // likewise
  mayOwn: Int32Array // among whom an owner is drawn
}

/** What the rules of a side come to, in whatever form they were written. */
export type Ruled = {
  rules: Rules
  agents: Agent[]
  queues: string[] // as they are shown; queues of call-backs come after all of them in the rules
  callBacks: Int32Array // of each shown queue, its queue of call-backs, or −1
  ringSeconds: Float64Array // of each queue of the rules: how long an offer rings before the agent answers
  hours: Hour[]
  hoursEvery: number // seconds after which the hours come again
  within: Float64Array // of each shown queue: seconds in which an answer is in time
  speeds: (readonly number[] | null)[] // of each channel
  seats: Seat[] // of each kind
  mayServe: (person: number, queue: number) => boolean
}

/** What somebody says to offers, and when. */
export type Answers = { after: Law; declines: number; lapses: number }

export type Side = Omit<Ruled, 'seats' | 'mayServe'> & {
  name: string
  answers: (Answers | null)[] // of each person
  people: Person[]
  roster: Roster
  places: Place[] // of each kind
  teams: string[]
  teamOf: Int32Array // of each person, or −1
  costPerSecond: Float64Array // of each person
  shares: Uint8Array // of each channel, 1: work on it may be slowed by company or interrupted
  awaited: Uint8Array // of each shown queue, 1: its waits are counted in those of the whole
  mostWrapUp: Float64Array // of each queue of the rules, in seconds; 0: none
}

export type Written = Pick<Scenario, 'staff' | 'queues' | 'rulebook' | 'openings' | 'channels' | 'service_level'> & {
  name: string
}
export type Window = { from: number; to: number; end: number } // seconds: counted from…to, followed until `end`

export function sideOf(written: Written, kinds: readonly Kind[], window: Window): Side {
  const people = peopleOf(written.staff)
  const roster = rosterOf(written.staff, window)
  const teams = newNames(people.flatMap(({ group }) => group.team ?? []))
  const { seats, mayServe, ...ruled } = (written.rulebook === undefined ? byQueues : byRulebook)(written, kinds, {
    people,
    roster,
  })
  const handles = new Map(people.map(({ name }, handle) => [name, handle]))
  return {
    ...ruled,
    name: written.name,
    answers: people.map(({ group: { answers } }) => (answers ? { ...answers, after: lawOf(answers.after) } : null)),
    people,
    roster,
    places: kinds.map((kind, i) => {
      const seat = seats[i]! // one of each kind
      return { ...seat, ...personsOf(kind, handles), mayOwn: ownersFor(kind, people, (person) => mayServe(person, seat.queue)) }
    }),
    teams: teams.list,
    teamOf: Int32Array.from(people, ({ group }) => (group.team === undefined ? -1 : teams.of(group.team))),
    costPerSecond: Float64Array.from(people, ({ group }) => group.cost_per_hour / 3_600),
    shares: Uint8Array.from(ruled.speeds, (speeds, channel) => Number(speeds !== null || isInterrupted(ruled.rules, channel))),
    awaited: awaitedOf(ruled),
    mostWrapUp: Float64Array.from(ruled.rules.queues, ({ wrap_up_s }) => wrap_up_s ?? 0),
  }
}

function personsOf({ arrivals }: Kind, handles: ReadonlyMap<string, number>) {
  const known = (names: readonly (string | null)[] | undefined) =>
    names ? Int32Array.from(names, (name) => handles.get(name ?? '') ?? -1) : null
  const list = 'at_s' in arrivals ? arrivals : undefined
  return { owners: known(list?.owners), contacts: known(list?.contacts) }
}

function ownersFor({ owned }: Kind, people: readonly Person[], serves: (person: number) => boolean): Int32Array {
  if (!owned) return new Int32Array(0)
  const chosen = people.flatMap(({ group }, person) =>
    (owned.by ? owned.by.includes(group.name) : serves(person)) ? [person] : [],
  )
  return Int32Array.from(chosen)
}

// Deferred work is judged by its due dates: where there is instant work too, the waits and the service level of the whole are those of the instant.
function awaitedOf({ queues, rules }: Pick<Ruled, 'queues' | 'rules'>): Uint8Array {
  const instant = Uint8Array.from(queues, (_, queue) => Number(rules.queues[queue]?.deferred === undefined))
  return instant.includes(1) ? instant : instant.fill(1)
}

const isInterrupted = ({ channels }: Rules, handle: number): boolean =>
  channels.some(({ while_serving }) => while_serving[handle] === 'interrupts')
