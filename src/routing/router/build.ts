// A house's engine, built anew: from what the tables hold, and, where there was one before, from what only that knew (whose turn it was, who
// declined what, how far an item had widened). Rules, people and queues may be others than before.
import { keptOf, rebuild, type Kept, type KeptAgent, type KeptItem } from '../engine/index.ts'
import { NONE } from '../engine/rules.ts'
import type { ItemRow } from '../store/item.ts'
import type { OfferRow } from '../store/offer.ts'
import type { SeatRow } from '../store/seat.ts'
import { engineState } from '../rules/seat-of.ts'
import { channelNames, laneName, type InForce, type Staffed } from './in-force.ts'
import type { NamedWork } from './input.ts'
import { itemOf, needsOf } from './happening-of.ts'
import { handleOf, nameOf, namesOf, type Names } from './names.ts'
import type { Machine } from './machine.ts'

/** What waits, is offered, in hand or written up, with the queue it is to be in. */
export type Placed = { row: ItemRow; work: NamedWork; offers: readonly OfferRow[] }
type Given = {
  staffed: Staffed
  at: Temporal.Instant
  seats: ReadonlyMap<string, SeatRow>
  items: readonly Placed[]
  before: Machine | null
}

export type Snapshot = { format: 1; inForce: InForce; kept: string; items: readonly string[] }
export type Built = { machine: Machine; snapshot: Snapshot }

export function build(given: Given): Built {
  const { inForce } = given.staffed
  const names = allNames(inForce)
  const before = given.before && knownOf(given.before)
  const kept: Kept = {
    at: seconds(given.at),
    agents: given.staffed.agents.map((agent, at) => keptAgent(given, { agent, person: inForce.people[at]!, before })),
    queues: inForce.rules.queues.map((queue, at) => keptQueue({ lane: names.lanes.list[at]!, opensClosed: queue.opens_closed === true, names, before })),
    items: given.items.map((placed) => keptItem(placed, names, before)),
  } // prettier-ignore
  const snapshot: Snapshot = { format: 1, inForce, kept: writeKept(kept), items: given.items.map(({ row }) => row.id) }
  return { machine: open(snapshot), snapshot }
}

/** What an engine is, to be kept. */
export function snapshotOf({ machine, inForce }: { machine: Machine; inForce: InForce }): Snapshot {
  const kept = keptOf(machine.state)
  return { format: 1, inForce, kept: writeKept(kept), items: kept.items.map(({ slot }) => machine.ids[slot]!) }
}

/** The same engine from the same snapshot, on whatever server. */
export function open({ inForce, kept, items }: Snapshot): Machine {
  const read = readKept(kept)
  const state = rebuild(inForce.rules, read, { receipts: true })
  const machine: Machine = { state, ...allNames(inForce), slots: new Map(), ids: [] }
  items.forEach((id, slot) => {
    machine.slots.set(id, slot) // handles are given in the order of the list
    machine.ids[slot] = id
  })
  return machine
}

const allNames = (inForce: InForce) => ({
  people: namesOf(inForce.people),
  lanes: namesOf(inForce.lanes.map(laneName)),
  channels: namesOf(channelNames),
  abilities: namesOf(inForce.abilities),
})

// JSON knows no Infinity.
const writeKept = (kept: Kept): string => JSON.stringify(kept, (_, value: unknown) => (value === Infinity ? 'for ever' : value))
const readKept = (text: string): Kept =>
  JSON.parse(text, (_, value: unknown) => (value === 'for ever' ? Infinity : value)) as Kept // written by the line above

const seconds = (at: Temporal.Instant): number => at.epochMilliseconds / 1_000

type Before = { machine: Machine; kept: Kept; items: ReadonlyMap<string, KeptItem> } | null

function knownOf(machine: Machine): Before {
  const kept = keptOf(machine.state)
  return { machine, kept, items: new Map(kept.items.map((item) => [machine.ids[item.slot]!, item])) }
}

function keptAgent(given: Given, { agent, person, before }: { agent: Omit<KeptAgent, 'state' | 'since' | 'handled' | 'lapses'>; person: string; before: Before }): KeptAgent {
  const seat = given.seats.get(person)
  const known = before?.kept.agents[before.machine.people.at.get(person) ?? NONE]
  const { since, handled, lapses } = known ?? { since: seconds(given.at), handled: 0, lapses: 0 }
  return { ...agent, ...atSeat(seat), since, handled, lapses }
} // prettier-ignore

const atSeat = (seat: SeatRow | undefined): Pick<KeptAgent, 'state' | 'not_channels' | 'break_at'> => ({
  state: engineState(seat),
  not_channels: (seat?.paused_channels ?? []).map((channel) => channelNames.indexOf(channel)).filter((at) => at >= 0),
  break_at: seat?.break_at ? seconds(seat.break_at) : null,
})

function keptQueue({
  lane,
  opensClosed,
  names,
  before,
}: {
  lane: string
  opensClosed: boolean
  names: Pick<Machine, 'people'>
  before: Before
}) {
  const known = before?.kept.queues[before.machine.lanes.at.get(lane) ?? NONE]
  const last = known && before ? handleAgain(before.machine.people, names.people, known.last) : NONE
  return { open: known?.open ?? !opensClosed, last }
}

const handleAgain = (before: Names, now: Names, handle: number): number => now.at.get(nameOf(before, handle)) ?? NONE

function keptItem({ row, work, offers }: Placed, names: ReturnType<typeof allNames>, before: Before): KeptItem {
  const known = before?.items.get(row.id)
  const hands = handsOf(row, offers).flatMap(({ person, until }) => {
    const agent = handleOf(names.people, person)
    return agent === NONE ? [] : [{ agent, until }]
  })
  return {
    slot: NONE,
    item: itemOf(names, work),
    needs: needsOf(names, work),
    arrived_at: seconds(row.arrived_at),
    ...(known ? progressOf(known) : atFirst(seconds(row.queued_at))),
    admitted: true,
    excluded: known && before ? excludedAgain(known, before, names) : [],
    where: whereOf(row, hands.length, known),
    hands,
  }
}

type Progress = Pick<KeptItem, 'from' | 'phase' | 'phase_from' | 'called_back' | 'stage' | 'overflows' | 'to_wait_s'>
const progressOf = ({ from, phase, phase_from, called_back, stage, overflows, to_wait_s }: KeptItem): Progress => ({ from, phase, phase_from, called_back, stage, overflows, to_wait_s }) // prettier-ignore
const atFirst = (since: number): Progress => ({ from: since, phase: 0, phase_from: since, called_back: false, stage: 0, overflows: 0, to_wait_s: null }) // prettier-ignore

const excludedAgain = (
  { excluded }: KeptItem,
  before: NonNullable<Before>,
  names: Pick<Machine, 'people'>,
): KeptItem['excluded'] =>
  excluded.flatMap(({ agent, until }) => {
    const again = handleAgain(before.machine.people, names.people, agent)
    return again === NONE ? [] : [{ agent: again, until }]
  })

function whereOf({ state }: ItemRow, hands: number, known: KeptItem | undefined): KeptItem['where'] {
  if (hands === 0) return known?.where === 'held' ? 'held' : 'waiting'
  if (state === 'offered') return 'offered'
  return state === 'in_hand' ? 'served' : 'wrapping'
}

function handsOf(row: ItemRow, offers: readonly OfferRow[]): { person: string; until: number }[] {
  if (row.state === 'offered')
    return offers.map(({ person_id, until }) => ({ person: person_id, until: until ? seconds(until) : Infinity }))
  if (row.person_id === null) return []
  return [{ person: row.person_id, until: row.state === 'over' && row.wrap_until ? seconds(row.wrap_until) : Infinity }]
}
