// One step of a house: what happened goes into its engine, what was decided into the tables, in one commit, before anybody is told. Several
// facts are one step.
import { point } from '#base/crash-points'
import type { Work } from '#base/work'
import { hold, MOST_STEPS, type Held } from './hold.ts'
import type { Input } from './input.ts'
import { apply } from './machine.ts'
import { carryOut } from './in-the-house.ts'
import { forget, remember } from './memory.ts'
import { laneOf, placed, rulingsOf, type Arriving } from './place.ts'
import { project, type Projected } from './project.ts'
import { inputOf, rechecked, type Known, type Rechecked } from './rechecked.ts'
import { mended } from './take-up-rules.ts'
import { snap, writeDown, type Looks } from './write-down.ts'
import type { ItemRow } from '../store/item.ts'

export type Fact =
  | { is: 'arrives'; arriving: Arriving }
  | { is: 'leaves'; item: string; as: 'left' | 'withdrawn' | 'done' }
  | { is: 'declined'; item: string; person: string; because: string | null }
  | { is: 'moved'; item: string; queue: string; because: 'by_hand' | 'back'; to?: string }
  | { is: 'known'; item: string; row: ItemRow; known: Known; found?: Rechecked } // what is known of it changed while it waits
  | Exclude<Input, { is: 'arrived' | 'left' | 'again' | 'declined' | 'moved' }>

export type Step = Projected & { notRouted: string[]; held: Held } // notRouted: items that no queue takes

/** What happened, and when the clock changes something at the seats or the queues next, where it was looked at. */
export type Told = Looks & { facts: readonly Fact[] }

/** Undefined: this house routes nothing, and nothing was done. */
export async function step(work: Work, facts: readonly Fact[]): Promise<Step | undefined> {
  const held = await hold(work)
  return held && (await stepHeld(work, held, { facts }))
}

export async function stepHeld(work: Work, given: Held, { facts, ...looks }: Told): Promise<Step> {
  const held = given.astray ? await mended(work, given) : given
  const at = latest(held.row.stepped_at, work.now)
  const told = tell(held, facts)
  forget(work.tenant) // until the step is written down: what fails on the way is read again
  const applied = apply(held.machine, at, told.inputs)
  const [projected, row] = await Promise.all([
    project(work, { held, at, facts: told.facts, rows: told.rows, applied }),
    writeDown(work, held, { at, inputs: told.inputs, applied, looks }),
  ])
  const stepped = { ...held, row, seq: row.seq, stamp: row.stamp }
  const kept = row.seq - row.snapshot_seq >= MOST_STEPS ? await snap(work, stepped) : stepped
  const { row: _, astray: __, ...known } = kept
  remember(work.tenant, known)
  await carryOut(work, stepped, projected)
  point('routing.decided')
  return { ...projected, notRouted: told.notRouted, held: kept }
}

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) > 0 ? a : b)

type Heard = { inputs: Input[]; facts: (Fact | null)[]; rows: ItemRow[]; notRouted: string[] }
function tell(held: Held, facts: readonly Fact[]): Heard {
  const told: Heard = { inputs: [{ is: 'tick' }], facts: [null], rows: [], notRouted: [] }
  const say = (input: Input, fact: Fact): void => {
    told.inputs.push(input)
    told.facts.push(fact)
  }
  for (const fact of facts)
    if (fact.is === 'arrives') arrive(held, fact, { told, say })
    else if (fact.is === 'known') recheck(held, fact, say)
    else if (fact.is === 'leaves') say({ is: 'left', item: fact.item }, fact)
    else if (fact.is === 'declined') say({ is: 'declined', item: fact.item, person: fact.person }, fact)
    else if (fact.is === 'moved')
      say({ is: 'moved', item: fact.item, lane: fact.queue, ...(fact.to ? { to: fact.to } : {}) }, fact)
    else say(fact, fact)
  return told
}

function arrive(
  held: Held,
  fact: Extract<Fact, { is: 'arrives' }>,
  { told, say }: { told: Heard; say: (input: Input, fact: Fact) => void },
): void {
  const rulings = rulingsOf(held)
  const lane = laneOf(rulings, fact.arriving)
  if (lane === undefined) return void told.notRouted.push(fact.arriving.id)
  const { row, work } = placed(rulings, fact.arriving, lane)
  told.rows.push(row)
  say({ is: 'arrived', item: row.id, work }, fact)
}

function recheck(held: Held, fact: Extract<Fact, { is: 'known' }>, say: (input: Input, fact: Fact) => void): void {
  const found = rechecked(rulingsOf(held), fact.row, fact.known)
  say(inputOf(fact.item, found) ?? { is: 'tick' }, { ...fact, found })
}
