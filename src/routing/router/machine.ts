// The engine of one house, spoken to by names. It lives in memory, is advanced in place, and knows nothing of the database.
import {
  decisionsOf, step, type Decision, type Happening, type Item, type ItemNeeds, type Receipt, type State,
} from '../engine/index.ts' // prettier-ignore
import { RINGING, SERVING } from '../engine/holds.ts'
import { NOWHERE, WAITING, HELD } from '../engine/items.ts'
import { NONE } from '../engine/rules.ts'
import type { Input, NamedWork, Outcome, SeatChange } from './input.ts'
import { handleOf, nameOf, type Names } from './names.ts'

export type Machine = {
  state: State
  people: Names
  lanes: Names
  channels: Names
  abilities: Names
  slots: Map<string, number> // by item: the engine's handle
  ids: string[] // and back
}

export type Applied = { outcomes: Outcome[][]; receipts: Receipt[] } // outcomes by input

const inSeconds = (at: Temporal.Instant): number => at.epochMilliseconds / 1_000
export const instantOf = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1_000))

/** What was decided, input by input; what is said of an item or a person who are not there is answered by `ignored`. */
export function apply(machine: Machine, at: Temporal.Instant, inputs: readonly Input[]): Applied {
  const applied: Applied = { outcomes: [], receipts: [] }
  const seconds = inSeconds(at)
  for (const input of inputs) applied.outcomes.push(applyOne(machine, { at: seconds, input }, applied))
  return applied
}

function applyOne(machine: Machine, { at, input }: { at: number; input: Input }, applied: Applied): Outcome[] {
  const happening = happeningOf(machine, at, input)
  if (!happening) return [unknown(input)]
  const slot = step(machine.state, happening)
  if (input.is === 'arrived') remember(machine, slot, input.item)
  const decisions = decisionsOf(machine.state)
  const outcomes = decisions.flatMap((decision) => named(machine, decision, applied))
  for (const decision of decisions) if ('item' in decision) forgetIfGone(machine, decision.item)
  if ('item' in input) forgetIfGone(machine, machine.slots.get(input.item) ?? NONE)
  return outcomes
}

/** What building it set free, where there is anything. */
export function decidedAtFirst(machine: Machine): Applied {
  const applied: Applied = { outcomes: [], receipts: [] }
  applied.outcomes.push(decisionsOf(machine.state).flatMap((decision) => named(machine, decision, applied)))
  return applied
}

function remember(machine: Machine, slot: number, item: string): void {
  machine.slots.set(item, slot)
  machine.ids[slot] = item
}

function forgetIfGone(machine: Machine, slot: number): void {
  if (slot === NONE || machine.state.items.where[slot] !== NOWHERE) return
  const item = machine.ids[slot]
  if (item !== undefined && machine.slots.get(item) === slot) machine.slots.delete(item)
}

const unknown = (input: Input): Outcome => ({
  is: 'ignored',
  item: 'item' in input ? input.item : null,
  person: 'person' in input ? input.person : null,
  why: 'not_there',
})

// Null: about an item, a queue or a person that the engine does not have.
function happeningOf(machine: Machine, at: number, input: Input): Happening | null {
  switch (input.is) {
    case 'tick':
      return { kind: 'tick', at }
    case 'arrived':
      return arrival(machine, at, input.work)
    case 'opened':
    case 'closed':
      return of(handleOf(machine.lanes, input.lane), (queue) => ({ kind: input.is, at, queue }))
    case 'seat':
      return of(handleOf(machine.people, input.person), (agent) => ({
        kind: 'agent',
        at,
        agent,
        change: changeOf(machine, input.change),
      }))
    case 'asks':
      return of(handleOf(machine.people, input.person), (agent) => ({ kind: 'asks', at, agent }))
    default:
      return of(machine.slots.get(input.item) ?? NONE, (item) => ofItem(machine, { at, item }, input))
  }
}

const of = (handle: number, make: (handle: number) => Happening | null): Happening | null =>
  handle === NONE ? null : make(handle)

type OfItem = Extract<Input, { item: string }>
function ofItem(
  machine: Machine,
  { at, item }: { at: number; item: number },
  input: Exclude<OfItem, { is: 'arrived' }>,
): Happening | null {
  switch (input.is) {
    case 'left':
    case 'finished':
    case 'wrapped':
      return { kind: input.is, at, item }
    case 'longer':
      return { kind: 'longer', at, item, seconds: input.seconds }
    case 'raised':
      return { kind: 'raised', at, item, points: input.points }
    case 'moved': {
      const to = handleOf(machine.people, input.to ?? null)
      return of(handleOf(machine.lanes, input.lane), (queue) => ({
        kind: 'moved',
        at,
        item,
        queue,
        ...(to === NONE ? {} : { to }),
      }))
    }
    default:
      return of(handleOf(machine.people, input.person), (agent) => ({ kind: input.is, at, item, agent }))
  }
}

function arrival(machine: Machine, at: number, work: NamedWork): Happening | null {
  const queue = handleOf(machine.lanes, work.lane)
  const channel = handleOf(machine.channels, work.channel)
  if (queue === NONE || channel === NONE) return null
  const { people } = machine
  const item: Item = {
    queue,
    channel,
    place_at: Math.min(work.place_at, at),
    priority: work.priority,
    earlier_contacts: work.earlier_contacts,
    waited_before_s: work.waited_before_s,
    ...(work.due_at === null ? {} : { due_at: work.due_at }),
    owner: handleOf(people, work.owner),
    contact: handleOf(people, work.contact),
    deputies: handles(people, work.deputies),
    not_agents: handles(people, work.not_people),
  }
  return { kind: 'arrived', at, item, needs: needsOf(machine, work) }
}

const handles = (names: Names, wanted: readonly string[]): number[] =>
  wanted.map((name) => handleOf(names, name)).filter((handle) => handle !== NONE)

// An ability that nobody has is nobody's: it stays asked for.
function needsOf({ abilities }: Machine, { needs, degree }: NamedWork): ItemNeeds {
  const asked = needs.map(({ ability, ...need }) => ({ ...need, ability: abilities.at.get(ability) ?? abilities.list.length }))
  return { needs: asked, ...(degree === null ? {} : { degree }) }
}

const changeOf = ({ channels }: Machine, change: SeatChange) => ({
  ...(change.state === undefined ? {} : { state: change.state }),
  ...(change.break_at === undefined ? {} : { break_at: change.break_at }),
  ...(change.handled === undefined ? {} : { handled: change.handled }),
  ...(change.not_channels === undefined ? {} : { not_channels: handles(channels, change.not_channels) }),
})

function named(machine: Machine, decision: Decision, applied: Applied): Outcome[] {
  const item = 'item' in decision && decision.item !== NONE ? (machine.ids[decision.item] ?? null) : null
  const person = 'agent' in decision && decision.agent !== NONE ? nameOf(machine.people, decision.agent) : null
  switch (decision.kind) {
    case 'offer':
    case 'give':
      return item && person
        ? [{ is: decision.kind, item, person, lane: nameOf(machine.lanes, decision.queue), until: untilOf(decision), receipt: keepReceipt(decision.receipt, applied) }]
        : []
    case 'withdraw':
      return item && person ? [{ is: 'withdraw', item, person, why: decision.why }] : []
    case 'move':
    case 'refuse':
    case 'call_back':
      return item ? [{ is: decision.kind, item, lane: nameOf(machine.lanes, decision.queue), why: decision.why }] : []
    case 'wrapped':
      return item && person ? [{ is: 'wrapped', item, person }] : []
    case 'pause':
    case 'nothing':
      return person ? [{ is: decision.kind, person }] : []
    case 'ignored':
      return [{ is: 'ignored', item, person, why: decision.why }]
    default:
      return [] // widened, to the pool, put aside, resumed: seen in the state, told to nobody
  }
} // prettier-ignore

const untilOf = (decision: Decision): number | null =>
  'until' in decision && Number.isFinite(decision.until) ? decision.until : null

function keepReceipt(receipt: Receipt | undefined, { receipts }: Applied): number | null {
  if (!receipt) return null
  const known = receipts.lastIndexOf(receipt) // all who ring share one
  return known >= 0 ? known : receipts.push(receipt) - 1
}

export type Standing = {
  lane: string
  where: 'waiting' | 'offered' | 'in_hand' | 'wrapping'
  people: { person: string; until: number | null }[]
}

/** How an item stands in the engine; undefined: it is not there (any more). */
export function standingOf(machine: Machine, item: string): Standing | undefined {
  const slot = machine.slots.get(item)
  if (slot === undefined) return undefined
  const { items, holds } = machine.state
  const where = items.where[slot]!
  const standing: Standing = { lane: nameOf(machine.lanes, items.queue[slot]!), where: 'waiting', people: [] }
  if (where === WAITING || where === HELD) return standing
  for (let hold = items.hold[slot]!; hold !== NONE; hold = holds.nextOfItem[hold]!) {
    const kind = holds.state[hold]
    standing.where = kind === RINGING ? 'offered' : kind === SERVING ? 'in_hand' : 'wrapping'
    standing.people.push({
      person: nameOf(machine.people, holds.agent[hold]!),
      until: Number.isFinite(holds.until[hold]) ? holds.until[hold]! : null,
    })
  }
  return standing
}
