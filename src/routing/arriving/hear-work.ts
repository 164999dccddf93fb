// What the journal tells of work goes into the engine, many events as one step. What was heard twice changes nothing the second time.
import type { Event } from '#base/journal'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ItemRow } from '../store/item.ts'
import { findItems, liveOfCases, liveOfSubjects } from '../store/item.ts'
import { hold, type Held } from '../router/hold.ts'
import { standingOf } from '../router/machine.ts'
import type { Arriving } from '../router/place.ts'
import { stepHeld, type Fact } from '../router/step.ts'
import { changeOf, type Change } from './changes.ts'
import { lookedAt, type LookedAt } from './look.ts'
import { arrivingOf } from './of-cases.ts'

export async function hearWork(work: Work, payloads: readonly unknown[], events: readonly Event[]): Promise<void> {
  const changes = payloads.map((payload, at) => changeOf(payload, events[at]!)).filter((each) => each !== null)
  if (changes.length === 0) return
  const looked = await lookedAt(work, changes) // before the house's row is held: whoever comes next waits for what follows only
  const todo = [...changes.flatMap((each) => (each.does === 'begin' ? [each.todo] : [])), ...looked.merged]
  const arriving = todo.length > 0 ? await arrivingOf(work, todo) : []
  if (!changes.some(isOfWork) && looked.known.size + arriving.length === 0) return
  const held = await hold(work)
  if (!held) return
  const facts = await factsOf(work, held, { changes, arriving, looked })
  if (facts.length > 0) await stepHeld(work, held, { facts })
}

const isOfWork = ({ does }: Change): boolean => does !== 'look' && does !== 'look_at_customers' && does !== 'merge'

type Known = { id: string; state: ItemRow['state']; person: string | null; case_id: string | null }
type Seen = { held: Held; live: Map<string, Known>; arriving: ReadonlyMap<string, Arriving>; facts: Fact[] }

const keyOf = (kind: string, subject: string | null): string => `${kind} ${subject}`

async function factsOf(
  work: Work,
  held: Held,
  { changes, arriving, looked }: { changes: readonly Change[]; arriving: readonly Arriving[]; looked: LookedAt },
): Promise<Fact[]> {
  const subjects = changes.flatMap((each) =>
    'subject' in each ? each.subject : each.does === 'begin' ? (each.todo.subject_id ?? []) : [],
  )
  const closed = changes.flatMap((each) =>
    each.does === 'close' ? [each.case_id] : each.does === 'merge' ? [each.case_id, each.into] : [],
  )
  const [ofSubjects, ofCases] = await Promise.all([
    liveOfSubjects(work, subjects),
    closed.length > 0 ? liveOfCases(work, closed) : [],
  ])
  const seen: Seen = {
    held,
    live: new Map([...ofSubjects, ...ofCases].map((row) => [keyOf(row.kind, row.subject_id ?? row.id), { id: row.id, state: row.state, person: row.person_id, case_id: row.case_id }])),
    arriving: new Map(arriving.map((each) => [keyOf(each.kind, each.subject_id), each])),
    facts: [],
  } // prettier-ignore
  for (const change of changes) see(seen, change)
  return [...seen.facts, ...(await learned(work, looked, seen))]
}

// What is over or in hand by now is left alone.
async function learned(work: Work, { known }: LookedAt, { facts }: Seen): Promise<Fact[]> {
  const busy = new Set(facts.flatMap((fact) => ('item' in fact ? fact.item : [])))
  const ids = [...known.keys()].filter((id) => !busy.has(id))
  const rows = ids.length === 0 ? [] : await findItems(work, ids)
  return rows
    .filter(({ state }) => state === 'waiting' || state === 'offered')
    .toSorted((a, b) => Temporal.Instant.compare(a.place_at, b.place_at) || (a.id < b.id ? -1 : 1))
    .map((row): Fact => ({ is: 'known', item: row.id, row, known: known.get(row.id)! }))
}

function see(seen: Seen, change: Change): void {
  if (change.does === 'begin') return begin(seen, keyOf(change.todo.kind, change.todo.subject_id))
  if (change.does === 'close') return close(seen, change.case_id)
  if (change.does === 'merge') return merge(seen, change)
  if (!('subject' in change)) return
  const key = keyOf(change.kind, change.subject)
  const item = seen.live.get(key)
  if (!item) return
  switch (change.does) {
    case 'take':
      return take(seen, item, change.person)
    case 'give_back':
      return giveBack(seen, item)
    case 'end':
      return end(seen, key, change.by)
    case 'leave':
      return leave(seen, key, change.kind === 'chat' ? 'left' : 'withdrawn')
  }
}

function begin({ live, arriving, facts }: Seen, key: string): void {
  const what = arriving.get(key)
  if (!what || live.has(key)) return
  facts.push({ is: 'arrives', arriving: what })
  live.set(key, { id: what.id, state: 'waiting', person: null, case_id: what.case_id })
}

// Whoever is not of the engine (a manager who is never offered anything) has it and it is no longer ours to give.
function take({ held, live, facts }: Seen, item: Known, person: string): void {
  if (item.state === 'in_hand' && item.person === person) return
  if (!held.machine.people.at.has(person)) {
    facts.push({ is: 'leaves', item: item.id, as: 'done' })
    for (const [key, each] of live) if (each === item) live.delete(key)
    return
  }
  facts.push({ is: 'taken', item: item.id, person })
  Object.assign(item, { state: 'in_hand', person })
}

function giveBack({ held, facts }: Seen, item: Known): void {
  const lane = item.state === 'in_hand' ? standingOf(held.machine, item.id)?.lane : undefined
  if (lane === undefined) return
  facts.push({ is: 'moved', item: item.id, queue: lane, because: 'back' })
  Object.assign(item, { state: 'waiting', person: null })
}

// Whoever did it without having taken it took it, and was done at once.
function end(seen: Seen, key: string, by: string | null): void {
  const item = seen.live.get(key)
  if (item && item.state !== 'in_hand' && by !== null) take(seen, item, by)
  if (seen.live.has(key)) leave(seen, key, 'done')
}

function leave({ live, facts }: Seen, key: string, as: 'left' | 'withdrawn' | 'done'): void {
  const item = live.get(key)
  if (!item) return
  facts.push(item.state === 'in_hand' ? { is: 'finished', item: item.id } : { is: 'leaves', item: item.id, as })
  live.delete(key)
}

function close(seen: Seen, of: CaseId): void {
  for (const [key, { case_id }] of seen.live) if (case_id === of) leave(seen, key, 'withdrawn')
}

// The answer that was owed in the part is owed in the whole, at the place it had, by whoever has it in hand.
function merge(seen: Seen, { into, case_id }: { into: CaseId; case_id: CaseId }): void {
  const key = keyOf('message', case_id)
  const part = seen.live.get(key)
  if (!part) return
  const person = part.state === 'in_hand' ? part.person : null
  leave(seen, key, 'withdrawn')
  const whole = keyOf('message', into)
  const isThere = seen.live.has(whole)
  begin(seen, whole)
  const made = seen.live.get(whole)
  if (!isThere && made && person !== null) take(seen, made, person)
}
