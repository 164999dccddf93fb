// Rules in the short form of a scenario: queues.
import { daySeconds } from '../contract/clock.ts'
import { queueShape, type Queue } from '../contract/queues.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { agentsOf, mayServe } from './agents.ts'
import { channelsOf, isDeferred } from './channels.ts'
import { newNames, type Names } from './names.ts'
import type { Person, Roster } from './people.ts'
import { queuesOf } from './queues.ts'
import type { Ruled, Seat, Written } from './side.ts'

export function byQueues(
  written: Written,
  kinds: readonly Kind[],
  { people, roster }: { people: readonly Person[]; roster: Roster },
): Ruled {
  const said = written.channels ?? {}
  const channels = newNames([...kinds.map(({ channel }) => channel), ...Object.keys(said)])
  const abilities = newNames()
  const queues = queuesWritten(written.queues, kinds)
  const crews = newNames()
  const crewOf = Int32Array.from(people, ({ group: { team, site } }) =>
    team === undefined && site === undefined ? -1 : crews.of(crewName(team, site)),
  )
  const made = queuesOf(queues, {
    abilities,
    crewsOf: crewsFinder(people, crews),
    isDeferred: (queue) => queueIsDeferred(queue, kinds, { queues, said }),
    answers: people.some(({ group }) => group.answers !== undefined),
    wrapsUp: kinds.some(
      ({ wrap_up, arrivals }) => wrap_up !== undefined || ('at_s' in arrivals && arrivals.wrap_up_s !== undefined),
    ),
  })
  return {
    rules: { channels: channelsOf(channels, said), queues: made.routed },
    agents: agentsOf(people, { written: queues, callBacks: made.callBacks, abilities, roster, crewOf }),
    queues: queues.map(({ name }) => name),
    callBacks: made.callBacks,
    ringSeconds: made.ringSeconds,
    hours: made.hours,
    hoursEvery: daySeconds,
    within: Float64Array.from(queues, ({ within_s }) => within_s ?? written.service_level.within_s),
    speeds: channels.list.map((name) => said[name]?.speeds ?? null),
    seats: kinds.map((kind) => seatOf(kind, { queues, channels, abilities })),
    mayServe: (person, queue) => {
      const { group } = people[person]! // asked of the people there are
      return (
        group.queues?.includes(queues[queue]?.name ?? '') ??
        (queues[queue] !== undefined && mayServe(queues[queue], group.skills))
      )
    },
  }
}

/** The queues of a scenario; where it names none, each kind of contact has one of its own name. */
export const queuesWritten = (queues: readonly Queue[] | undefined, kinds: readonly Kind[]): readonly Queue[] =>
  queues ?? [...new Set(kinds.map(({ name, queue }) => queue ?? name))].map((name) => queueShape.parse({ name }))

/** The queue a kind waits in: its own word, else the queue of its name, else the only one; −1 where there is none. */
export function queueOfKind({ name, queue }: Kind, queues: readonly Queue[]): number {
  const found = queues.findIndex((each) => each.name === (queue ?? name))
  return found < 0 && queue === undefined && queues.length === 1 ? 0 : found
}

type Known = { queues: readonly Queue[]; channels: Names; abilities: Names }

function seatOf(kind: Kind, known: Known): Seat {
  const needs = Object.entries(kind.needs).map(([skill, level]) => ({ ability: known.abilities.of(skill), level, must: true }))
  return {
    channel: known.channels.of(kind.channel),
    queue: queueOfKind(kind, known.queues),
    needs: needs.length > 0 ? { needs } : null,
    points: 0,
  }
}

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
