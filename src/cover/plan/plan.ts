// Who covers what, counted: by whom, how much they have already, when they are away themselves, and what nobody covers.
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { coverKinds, type CoverKind, type Plan } from '../contract.ts'
import { awayWithin } from '../rules/stretches.ts'
import { findApproval } from '../store/approval.ts'
import { asSpan, hasGap, namesOf } from './items.ts'
import { spansFor, type SpansFor, type Stand } from './spans.ts'
import { things, type Thing } from './things.ts'
import { thoughtOf, type Asked, type Thought } from './thought.ts'

const AT_ONCE = 200
const MOST_THINGS = 5_000 // of a kind; past that nobody reads a plan
const MOST_COUNTED = 100_000
const NOBODY_IN_PARTICULAR = { chosen: null, named: [] }

export async function plan(work: Work, asked: Asked): Promise<Plan> {
  const thought = await thoughtOf(work, asked)
  const { of, away } = await spansFor(work, thought)
  const counted = await countThings(work, thought, of)
  const [usual, approval, absence] = await Promise.all([
    of(NOBODY_IN_PARTICULAR),
    thought.absence ? findApproval(work, thought.absence.id) : undefined,
    thought.absence ? staff.shownAbsence(work, { id: thought.absence.id }) : undefined,
  ])
  const name = await namesOf(work, [
    ...usual,
    ...[...counted.by.keys()].map(standOf),
    standOf(thought.person),
    ...(thought.deputy ? [standOf(thought.deputy)] : []),
  ])
  const person = (id: PersonId) => ({ id, name: name(id) })
  const span = { from: thought.starts_at, until: thought.ends_at }
  const covers = await Promise.all(
    [...counted.by].toSorted(([, a], [, b]) => b - a).map(async ([id, count]) => ({
      person: person(id), things: count, open_cases: await cases.countListed(work, { owner: id, status: 'open', limit: MOST_COUNTED }),
      away: awayWithin(id, span, away).map(({ from, until }) => ({ from: from.toString(), until: until.toString() })),
    })),
  ) // prettier-ignore
  const gaps = counted.counts.reduce((sum, each) => sum + each.gaps, 0)
  return {
    absence: thought.absence?.id ?? null, state: stateOf(work, thought), version: absence?.version ?? null, person: person(thought.person),
    starts_at: thought.starts_at.toString(), ends_at: thought.ends_at.toString(), deputy: thought.deputy && person(thought.deputy),
    spans: usual.map((stand) => asSpan(stand, name)), counts: counted.counts, gaps, covers,
    approved: approval ? { at: approval.approved_at.toString(), by: await nameOfActor(work, approval.approved_by), because: approval.because } : null,
    may: { approve: absence?.may.approve ?? false, choose: thought.leads && thought.absence !== null },
  } // prettier-ignore
}

const standOf = (person: PersonId): Stand => ({
  from: Temporal.Instant.fromEpochMilliseconds(0),
  until: Temporal.Instant.fromEpochMilliseconds(1),
  person,
  because: null,
})

function stateOf(work: Work, { absence, ends_at }: Thought): Plan['state'] {
  if (!absence) return 'thought_of'
  return absence.state === 'approved' && Temporal.Instant.compare(ends_at, work.now) <= 0 ? 'over' : absence.state
}

type Counted = { counts: Plan['counts']; by: Map<PersonId, number> }
export async function countThings(work: Work, thought: Thought, of: SpansFor): Promise<Counted> {
  const by = new Map<PersonId, number>()
  const counts: Plan['counts'] = []
  for (const kind of coverKinds) counts.push(await countKind(work, thought, { kind, of, by }))
  return { counts, by }
}

async function countKind(
  work: Work,
  thought: Thought,
  { kind, of, by }: { kind: CoverKind; of: SpansFor; by: Counted['by'] },
): Promise<Plan['counts'][number]> {
  let [count, gaps] = [0, 0]
  for await (const thing of everything(work, thought, kind)) {
    const stands = await of(thing)
    count++
    if (hasGap(stands)) gaps++
    const first = stands.find(({ person }) => person !== null)?.person
    if (first) by.set(first, (by.get(first) ?? 0) + 1)
  }
  return { kind, count, gaps }
}

async function* everything(work: Work, thought: Thought, kind: CoverKind): AsyncGenerator<Thing> {
  let cursor: string | undefined
  for (let left = MOST_THINGS / AT_ONCE; left > 0; left--) {
    const { items, next } = await things[kind](work, thought, { cursor, limit: AT_ONCE })
    yield* items
    if (!next) return
    cursor = next
  }
}

async function nameOfActor(work: Work, actor: string): Promise<string> {
  return (
    (await staff.find(work, [actor as PersonId]).catch(() => new Map<PersonId, { name: string }>())).get(actor as PersonId)
      ?.name ?? actor
  ) // an actor's id, perhaps a person's
}
