// A case, a customer or whoever answers for them is not what it was when the work arrived: what is known of what still waits, anew. What is offered or
// waits is looked at; what is in hand stays in that hand.
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Known } from '../router/rechecked.ts'
import { liveOfCases, waitingOfCustomers, type ItemRow } from '../store/item.ts'
import type { Change } from './changes.ts'
import { flagsOfHouse } from './flags.ts'
import { arrivingOf, type ToDo } from './of-cases.ts'

export type LookedAt = { known: ReadonlyMap<string, Known>; merged: readonly ToDo[] } // by item; what becomes work of the case another became part of

const MOST = 500 // what is beyond keeps what was known of it when it came
const PAGE = 200

export async function lookedAt(work: Work, changes: readonly Change[]): Promise<LookedAt> {
  const of = changes.flatMap((each) => (each.does === 'look' ? [each.case_id] : each.does === 'merge' ? [each.case_id, each.into] : []))
  const wanted = changes.flatMap((each) => (each.does === 'look_at_customers' ? [each.customers] : []))
  if (of.length + wanted.length === 0) return { known: new Map(), merged: [] }
  const customers = wanted.includes(null) ? null : wanted.flatMap((each) => each ?? [])
  const [ofCases, ofCustomers] = await Promise.all([
    of.length > 0 ? liveOfCases(work, [...new Set(of)]) : [],
    wanted.length > 0 ? waitingOfCustomers(work, customers, MOST) : [],
  ])
  const rows = new Map([...ofCases, ...ofCustomers].map((row) => [row.id, row]))
  const waiting = [...rows.values()].filter(({ state }) => state === 'waiting' || state === 'offered')
  return { known: await anew(work, waiting.slice(0, MOST)), merged: mergedOf(changes, ofCases) }
} // prettier-ignore

async function anew(work: Work, rows: readonly ItemRow[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (let at = 0; at < rows.length; at += PAGE) {
    const some = rows.slice(at, at + PAGE)
    const found = await arrivingOf(work, some.map(todoOf)) // in their order, without those of cases that are over
    const bySubject = new Map(found.map((each) => [`${each.kind} ${each.subject_id}`, each]))
    for (const row of some) {
      const now = bySubject.get(`${row.kind} ${row.subject_id ?? row.id}`)
      if (now) known.set(row.id, withWhatItCameWith(row, now))
    }
  }
  return known
}

// What was given by hand or by a program is called by its own id here: it has no subject.
const todoOf = (row: ItemRow): ToDo => ({
  kind: row.kind, channel: row.channel, subject_id: row.subject_id ?? row.id, case_id: row.case_id as CaseId, at: row.place_at, team: row.facts.team, // only of what has a case
  flags: row.facts.flags.filter((flag) => !flagsOfHouse.some((each) => each === flag)), ...(row.kind === 'given' ? { title: row.title } : {}),
}) // prettier-ignore

// The case says what it says; what came with the piece of work itself stays.
function withWhatItCameWith(row: ItemRow, now: Known): Known {
  const { degree, raised_min, waited_before_s, earlier_today, entry_point } = row.facts
  const own = { degree, waited_before_s, earlier_today, entry_point, ...(raised_min === undefined ? {} : { raised_min }) }
  const { title, facts, due_at, owner_id, contact_id, deputies } = now
  return { title, facts: { ...facts, ...own }, due_at: due_at ?? row.due_at, owner_id, contact_id, deputies }
}

type Owed = Pick<ToDo, 'channel' | 'at'>

// Of what waits, and of what these news themselves begin: whoever merges in the moment before we hear of the letter merges what is nobody's work yet. What
// became part of a part is owed in the whole of both.
function mergedOf(changes: readonly Change[], rows: readonly ItemRow[]): ToDo[] {
  const waiting = rows.filter(({ kind }) => kind === 'message')
  const owed = new Map(waiting.map(({ case_id, channel, place_at: at }): [string | null, Owed] => [case_id, { channel, at }]))
  const owe = (id: CaseId, also: Owed): void => void owed.set(id, earlierOf(owed.get(id), also))
  return changes.flatMap((each): ToDo[] => {
    if (each.does === 'begin' && each.todo.kind === 'message') owe(each.todo.case_id, each.todo)
    if (each.does !== 'merge') return []
    const part = owed.get(each.case_id)
    if (!part) return []
    owed.delete(each.case_id)
    owe(each.into, part)
    return [{ kind: 'message', subject_id: each.into, case_id: each.into, ...owed.get(each.into)! }]
  })
}

function earlierOf(known: Owed | undefined, { channel, at }: Owed): Owed {
  return known && Temporal.Instant.compare(known.at, at) <= 0 ? known : { channel, at }
}
