// The engine of one house, spoken to by names. It lives in memory, is advanced in place, and knows nothing of the database.
import { decisionsOf, step, type Receipt, type State } from '../engine/index.ts'
import { RINGING, SERVING } from '../engine/holds.ts'
import { HELD, NOWHERE, WAITING } from '../engine/items.ts'
import { NONE } from '../engine/rules.ts'
import { happeningOf } from './happening-of.ts'
import type { Input, Outcome } from './input.ts'
import { nameOf, type Names } from './names.ts'
import { outcomeOf } from './outcome-of.ts'

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

export const instantOf = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1_000))

/** What was decided, input by input; what is said of an item or a person who are not there is answered by `ignored`. */
export function apply(machine: Machine, at: Temporal.Instant, inputs: readonly Input[]): Applied {
  const applied: Applied = { outcomes: [], receipts: [] }
  const seconds = at.epochMilliseconds / 1_000
  for (const input of inputs) applied.outcomes.push(applyOne(machine, { at: seconds, input }, applied))
  return applied
}

function applyOne(machine: Machine, { at, input }: { at: number; input: Input }, applied: Applied): Outcome[] {
  if (input.is === 'again') return again(machine, { at, input }, applied)
  const happening = happeningOf(machine, at, input)
  if (!happening) return [unknown(input)]
  const slot = step(machine.state, happening)
  if (input.is === 'arrived') remember(machine, slot, input.item)
  const outcomes = decided(machine, applied)
  if ('item' in input) forgetIfGone(machine, machine.slots.get(input.item) ?? NONE)
  return outcomes
}

// What somebody has in hand by then stays there. What rings comes back before it leaves, so that whoever is freed finds it at its place.
function again(machine: Machine, { at, input }: { at: number; input: Input & { is: 'again' } }, applied: Applied): Outcome[] {
  const { item, work } = input
  const where = standingOf(machine, item)?.where
  if (where !== 'waiting' && where !== 'offered') return [unknown(input)]
  const before = machine.slots.get(item)!
  const come = (): Outcome[] => applyOne(machine, { at, input: { is: 'arrived', item, work } }, applied)
  const leave = (): Outcome[] => {
    step(machine.state, { kind: 'left', at, item: before })
    return decided(machine, applied)
  }
  if (where === 'waiting') return [...leave(), ...come()]
  const [came, left] = [come(), leave()]
  const own = left.filter((each) => each.is === 'withdraw' && each.item === item)
  return [...own, ...came, ...left.filter((each) => !own.includes(each))]
}

function decided(machine: Machine, applied: Applied): Outcome[] {
  const decisions = decisionsOf(machine.state)
  const outcomes = decisions.flatMap((decision) => outcomeOf(machine, decision, applied.receipts))
  for (const decision of decisions) if ('item' in decision) forgetIfGone(machine, decision.item)
  return outcomes
}

const unknown = (input: Input): Outcome => ({
  is: 'ignored',
  item: 'item' in input ? input.item : null,
  person: 'person' in input ? input.person : null,
  why: 'not_there',
})

/** What building it set free, where there is anything. */
export function decidedAtFirst(machine: Machine): Applied {
  const receipts: Receipt[] = []
  return { outcomes: [decisionsOf(machine.state).flatMap((decision) => outcomeOf(machine, decision, receipts))], receipts }
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
    const until = holds.until[hold]!
    standing.where = kind === RINGING ? 'offered' : kind === SERVING ? 'in_hand' : 'wrapping'
    standing.people.push({ person: nameOf(machine.people, holds.agent[hold]!), until: Number.isFinite(until) ? until : null })
  }
  return standing
}
