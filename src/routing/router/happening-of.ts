// From names to handles: what the engine is told. Pure.
import type { Happening, Item, ItemNeeds } from '../engine/index.ts'
import { NONE } from '../engine/rules.ts'
import type { Input, NamedWork, SeatChange } from './input.ts'
import type { Machine } from './machine.ts'
import { handleOf, type Names } from './names.ts'

type Making = { [Kind in Input['is']]: (machine: Machine, at: number, input: Input & { is: Kind }) => Happening | null }

/** Null: about an item, a queue or a person that the engine does not have. */
export function happeningOf(machine: Machine, at: number, input: Input): Happening | null {
  const make = makings[input.is] as (machine: Machine, at: number, input: Input) => Happening | null // each is given its own kind
  return make(machine, at, input)
}

const of = (handle: number, make: (handle: number) => Happening | null): Happening | null =>
  handle === NONE ? null : make(handle)
const slotOf = ({ slots }: Machine, { item }: { item: string }): number => slots.get(item) ?? NONE
const agentOf = ({ people }: Machine, { person }: { person: string }): number => handleOf(people, person)
const laneOf = ({ lanes }: Machine, { lane }: { lane: string }): number => handleOf(lanes, lane)

type Named<Kind> = { is: Kind }
const ofQueue = (machine: Machine, at: number, input: Named<'opened' | 'closed'> & { lane: string }): Happening | null =>
  of(laneOf(machine, input), (queue) => ({ kind: input.is, at, queue }))
const ofItem = (machine: Machine, at: number, input: Named<'finished' | 'wrapped'> & { item: string }): Happening | null =>
  of(slotOf(machine, input), (item) => ({ kind: input.is, at, item }))
const ofBoth = (kind: 'accepted' | 'taken' | 'declined') => (machine: Machine, at: number, input: { item: string; person: string }): Happening | null =>
  of(slotOf(machine, input), (item) => of(agentOf(machine, input), (agent) => ({ kind, at, item, agent }))) // prettier-ignore

const makings: Making = {
  tick: (_, at) => ({ kind: 'tick', at }),
  arrived: (machine, at, { work }) => arrival(machine, at, work),
  again: () => null, // two of them: machine.ts
  opened: ofQueue,
  closed: ofQueue,
  seat: (machine, at, input) =>
    of(agentOf(machine, input), (agent) => ({ kind: 'agent', at, agent, change: changeOf(machine, input.change) })),
  asks: (machine, at, input) => of(agentOf(machine, input), (agent) => ({ kind: 'asks', at, agent })),
  left: (machine, at, input) => of(slotOf(machine, input), (item) => ({ kind: 'left', at, item })),
  finished: ofItem,
  wrapped: ofItem,
  longer: (machine, at, input) => of(slotOf(machine, input), (item) => ({ kind: 'longer', at, item, seconds: input.seconds })),
  raised: (machine, at, input) => of(slotOf(machine, input), (item) => ({ kind: 'raised', at, item, points: input.points })),
  accepted: ofBoth('accepted'),
  taken: ofBoth('taken'),
  declined: ofBoth('declined'),
  moved: (machine, at, input) => {
    const to = handleOf(machine.people, input.to ?? null)
    const asked = to === NONE ? {} : { to }
    return of(slotOf(machine, input), (item) =>
      of(laneOf(machine, input), (queue) => ({ kind: 'moved', at, item, queue, ...asked })),
    )
  },
}

function arrival(machine: Machine, at: number, work: NamedWork): Happening | null {
  const queue = handleOf(machine.lanes, work.lane)
  const channel = handleOf(machine.channels, work.channel)
  if (queue === NONE || channel === NONE) return null
  const item = itemOf(machine, { ...work, place_at: Math.min(work.place_at, at) })
  return { kind: 'arrived', at, item: { ...item, queue, channel }, needs: needsOf(machine, work) }
}

type Knows = Pick<Machine, 'people' | 'lanes' | 'channels' | 'abilities'>

/** An item by handles; a queue or a channel that is not there is the first. */
export function itemOf({ people, lanes, channels }: Knows, work: NamedWork): Item {
  return {
    queue: Math.max(0, handleOf(lanes, work.lane)),
    channel: Math.max(0, handleOf(channels, work.channel)),
    place_at: work.place_at,
    priority: work.priority,
    earlier_contacts: work.earlier_contacts,
    waited_before_s: work.waited_before_s,
    ...(work.due_at === null ? {} : { due_at: work.due_at }),
    owner: handleOf(people, work.owner),
    contact: handleOf(people, work.contact),
    deputies: handles(people, work.deputies),
    not_agents: handles(people, work.not_people),
  }
}

const handles = (names: Names, wanted: readonly string[]): number[] =>
  wanted.map((name) => handleOf(names, name)).filter((handle) => handle !== NONE)

/** An ability that nobody has is nobody's: it stays asked for. */
export function needsOf({ abilities }: Knows, { needs, degree }: NamedWork): ItemNeeds {
  const asked = needs.map(({ ability, ...need }) => ({ ...need, ability: abilities.at.get(ability) ?? abilities.list.length }))
  return { needs: asked, ...(degree === null ? {} : { degree }) }
}

const changeOf = ({ channels }: Machine, change: SeatChange) => ({
  ...(change.state === undefined ? {} : { state: change.state }),
  ...(change.break_at === undefined ? {} : { break_at: change.break_at }),
  ...(change.handled === undefined ? {} : { handled: change.handled }),
  ...(change.not_channels === undefined ? {} : { not_channels: handles(channels, change.not_channels) }),
})
