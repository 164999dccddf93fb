// Into which queue a piece of work goes, and how the engine is told of it. Pure.
import { levelOf } from '../engine/seats.ts'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import type { ItemFacts, ItemId, ItemKind, Queue, WorkChannel } from '../contract.ts'
import { classify } from '../rules/classify.ts'
import { channelHandle, laneFor, needsOf, type Compiled } from '../rules/compile.ts'
import { armOf } from '../rules/draw-arm.ts'
import type { ItemRow } from '../store/item.ts'
import { laneName, type InForce } from './in-force.ts'
import type { NamedNeed, NamedWork } from './input.ts'
import type { Machine } from './machine.ts'

/** What is there to be done, before it has a queue. */
export type Arriving = {
  id: ItemId
  kind: ItemKind
  channel: WorkChannel
  subject_id: string | null
  case_id: CaseId | null
  title: string
  facts: ItemFacts
  queue: string | null // the key of the one that was asked for; null: as the rules say
  arrived_at: Temporal.Instant
  place_at: Temporal.Instant
  due_at: Temporal.Instant | null
  owner_id: PersonId | null
  contact_id: PersonId | null
  deputies: readonly PersonId[]
}

export type Rulings = {
  inForce: InForce
  compiled: Compiled
  isOpen: (lane: number) => boolean
  has: (person: string, ability: string) => boolean
}

export const rulingsOf = ({
  inForce,
  compiled,
  machine,
}: {
  inForce: InForce
  compiled: Compiled
  machine: Machine
}): Rulings => ({
  inForce,
  compiled,
  isOpen: (lane) => machine.state.open[lane] !== 0,
  has: (person, ability) => {
    const [agent, at] = [machine.people.at.get(person), machine.abilities.at.get(ability)]
    return agent !== undefined && at !== undefined && levelOf(machine.state.agents, agent, at) > 0
  },
})

/** The handle of its queue, or undefined where no queue takes it. */
export function laneOf(
  rulings: Rulings,
  what: Pick<Arriving, 'id' | 'case_id' | 'channel' | 'facts' | 'queue'>,
): number | undefined {
  const { inForce, compiled } = rulings
  const version = versionFor(inForce, what.case_id ?? what.id)
  const key = what.queue ?? keyFor(rulings, version, what)
  return key === undefined ? undefined : laneFor(compiled, { version, key, channel: what.channel })
}

function versionFor({ versions, drawing }: InForce, key: string): string {
  const [usual = '', tried] = versions
  return tried !== undefined && drawing && armOf(drawing, key) === 'candidate' ? tried : usual
}

function keyFor(
  { compiled, isOpen }: Rulings,
  version: string,
  { channel, facts }: Pick<Arriving, 'channel' | 'facts'>,
): string | undefined {
  const ofVersion = [
    ...new Map(compiled.lanes.flatMap(({ version: of, key, queue }) => (of === version ? [[key, queue] as const] : []))).values(),
  ]
  const open = (queue: Queue): boolean => isOpen(laneFor(compiled, { version, key: queue.key, channel }) ?? -1)
  return classify({ queues: ofVersion }, { ...facts, channel }, open).queue?.key
}

/** The row of an item and what the engine is told of it. */
export function placed(rulings: Rulings, arriving: Arriving, lane: number): { row: ItemRow; work: NamedWork } {
  const { compiled, inForce } = rulings
  const { version, key } = compiled.lanes[lane]!
  const channel = channelHandle(arriving.channel)
  const weight = inForce.rules.channels[channel]!
  const { queue: _, ...of } = arriving
  const row: ItemRow = {
    ...of, deputies: [...of.deputies], queue: key, queued_at: arriving.arrived_at, rulebook: version, units: weight.units, most: weight.most,
    gives_way: inForce.gives_way[channel]!, state: 'waiting', since: arriving.arrived_at, person_id: null, taken_at: null, taken_by: null, times_offered: 0,
    ended_at: null, ended_as: null, wrap_until: null, wrap_longer: false, wrapped_at: null,
  } // prettier-ignore
  return { row, work: workOf(rulings, row, lane) }
}

const seconds = (at: Temporal.Instant): number => at.epochMilliseconds / 1_000
const MEMBER = 1

/** What the engine is told of an item in a queue. Whoever may not take it is not asked first either. */
export function workOf(rulings: Rulings, row: ItemRow, lane: number): NamedWork {
  const { inForce, compiled } = rulings
  const { queue } = compiled.lanes[lane]!
  const { needs, degree } = needsOf(compiled, lane, row.facts)
  const own = ownNeed(row)
  const may = (person: PersonId | null): PersonId | null => (person !== null && mayTake(rulings, row, person) ? person : null)
  const spoken = needs.map(({ ability, ...need }): NamedNeed => ({ ...need, ability: inForce.abilities[ability]! }))
  return {
    lane: laneName(inForce.lanes[lane]!),
    channel: row.channel,
    place_at: seconds(row.place_at),
    priority: queue.priority.case_min[row.facts.priority] + (row.facts.raised_min ?? 0),
    earlier_contacts: row.facts.earlier_today,
    waited_before_s: row.facts.waited_before_s,
    due_at: row.due_at && seconds(row.due_at),
    owner: may(row.owner_id),
    contact: may(row.contact_id),
    deputies: row.deputies.flatMap((each) => may(each) ?? []),
    needs: own === null ? spoken : [...spoken, { ability: own, level: MEMBER, must: true }],
    degree: degree ?? null,
    not_people: [],
  }
}

export function mayTake(rulings: Rulings, row: ItemRow, person: PersonId): boolean {
  const own = ownNeed(row)
  return own === null || rulings.has(person, own)
}

// Whoever takes a task is of the team that was asked; whoever takes anything else may read the case and answer in it.
function ownNeed({ kind, facts }: ItemRow): string | null {
  if (kind === 'task') return facts.team === null ? null : `team ${facts.team}`
  return facts.brand === null ? null : `brand ${facts.brand}`
}
