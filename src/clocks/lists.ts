// Lists: what runs out next, what a figure was counted from, whose customers heard nothing, where nobody does anything.
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { scopesFor } from '#access'
import { isUuid, type PersonId } from '#base/contract'
import { readCursor, writeCursor } from '#base/cursor'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { Clock, ClockKind, PolicyId, Quiet } from './contract.ts'
import { stateOf } from './rules/state-of.ts'
import type { ClockRow } from './store/clock.ts'
import { escalationsOf } from './store/escalation.ts'
import {
  countMine,
  listEnded,
  listOwed,
  listSilent,
  listStagnant,
  type ClockFilter,
  type QuietFilter,
  type QuietRow,
} from './store/lists.ts'
import { policiesNamed } from './store/policy.ts'

export type Whose = { owner?: 'me' | PersonId | undefined; team?: TeamId | undefined; brand?: string | undefined }
type Page<Item> = { items: Item[]; next: string | null }
type Paged = { cursor?: string | undefined; limit: number }

const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: nothing is theirs
const meOf = ({ actor }: Work): PersonId => (actor.kind === 'person' ? actor.id : NOBODY)

/** Whose is asked for: one person's, a team's, both at once. */
export async function ownersOf(work: Work, { owner, team }: Whose): Promise<readonly PersonId[] | undefined> {
  const all = [
    ...(owner ? [[owner === 'me' ? meOf(work) : owner]] : []),
    ...(team ? [await staff.membersOfTeam(work, team)] : []),
  ]
  return all.length > 0 ? all.reduce((a, b) => a.filter((id) => b.includes(id))) : undefined
}

type Asked = Paged &
  Whose & {
    kind?: ClockKind | undefined
    policy?: PolicyId | undefined
    state: ClockFilter['state']
    from?: string | undefined
    until?: string | undefined
  }

const FOREVER = '9999-12-31T23:59:59Z'
export async function listClocks(work: Work, { cursor, limit, owner, team, ...filter }: Asked): Promise<Page<Clock>> {
  const after = readClockCursor(cursor)
  const asked: ClockFilter = {
    ...filter,
    owners: await ownersOf(work, { owner, team }),
    scopes: scopesFor(work.actor, 'case.read'),
    after,
    most: limit + 1,
  }
  const owed = filter.state === 'owed' || filter.state === 'late'
  const rows = owed ? await listOwed(work, asked) : await listEnded(work, asked)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const place = last && (owed ? last.due_at : last.ended_at)
  return {
    items: await show(work, rows.slice(0, limit)),
    next: last ? (place ? writeCursor(place, last.id) : `${FOREVER}~${last.id}`) : null,
  }
}

function readClockCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  if (!cursor?.startsWith(FOREVER)) return readCursor(cursor)
  const id = cursor.slice(FOREVER.length + 1)
  return isUuid(id) ? { at: 'infinity', id } : undefined
}

async function show(work: Work, rows: readonly ClockRow[]): Promise<Clock[]> {
  const [of, people, named] = await Promise.all([
    cases.facts(work, rows.map(({ case_id }) => case_id)), staff.find(work, rows.map(({ owner_id }) => owner_id)),
    policiesNamed(work, [...new Set(rows.map(({ policy_id }) => policy_id))]),
  ]) // prettier-ignore
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null
  return rows.flatMap((row): Clock[] => {
    const facts = of.get(row.case_id)
    if (!facts) return []
    return [{
      id: row.id, case: { id: facts.id, number: facts.number, subject: facts.subject, closed: facts.closed_at !== null },
      owner: { id: row.owner_id, name: people.get(row.owner_id)?.name ?? '' }, kind: row.kind, round: row.round, state: stateOf(row, work.now),
      policy: { id: row.policy_id, name: names.get(row.policy_id) ?? '' }, target_minutes: row.target_minutes, started_at: row.started_at.toString(),
      due_at: said(row.due_at), warned_at: said(row.warned_at), breached_at: said(row.breached_at), ended_at: said(row.ended_at),
    }] // prettier-ignore
  })
}

type QuietAsked = Paged & Whose & { only: QuietFilter['only'] }
const quietly = (list: typeof listSilent, cause: 'silence' | 'stagnation') =>
  async function listed(work: Work, { cursor, limit, owner, team, brand, only }: QuietAsked): Promise<Page<Quiet>> {
    const rows = await list(work, {
      only, brand, owners: await ownersOf(work, { owner, team }), scopes: scopesFor(work.actor, 'case.read'), after: readCursor(cursor), most: limit + 1,
    }) // prettier-ignore
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: await showQuiet(work, rows.slice(0, limit), cause),
      next: last ? writeCursor(last.since, last.case_id) : null,
    }
  }

/** Customers who have not heard from us, the longest first. */
export const silent = quietly(listSilent, 'silence')
export const stagnant = quietly(listStagnant, 'stagnation')

async function showQuiet(work: Work, rows: readonly QuietRow[], cause: 'silence' | 'stagnation'): Promise<Quiet[]> {
  const ids = rows.map(({ case_id }) => case_id)
  const [of, escalations, known] = await Promise.all([
    cases.facts(work, ids),
    escalationsOf(work, ids),
    customers.find(work, [...new Set(rows.flatMap(({ customer_id }) => customer_id ?? []))]),
  ])
  const taken = escalations.filter((each) => each.cause === cause && each.taken_by !== null)
  const people = await staff.find(work, [...rows.map(({ owner_id }) => owner_id), ...taken.map(({ taken_by }) => taken_by!)])
  const person = (id: PersonId): { id: PersonId; name: string } => ({ id, name: people.get(id)?.name ?? '' })
  return rows.flatMap((row): Quiet[] => {
    const facts = of.get(row.case_id)
    if (!facts) return []
    const customer = row.customer_id ? known.get(row.customer_id) : undefined
    const by = taken.find((each) => each.case_id === row.case_id && each.stretch_at.equals(row.since))?.taken_by
    return [{
      case: { id: facts.id, number: facts.number, subject: facts.subject, closed: facts.closed_at !== null }, customer: customer ? { id: customer.id, name: customer.name } : null,
      owner: person(row.owner_id), since: row.since.toString(), due_at: row.due_at?.toString() ?? null, alarm_at: row.alarm_at?.toString() ?? null, taken_by: by ? person(by) : null,
    }] // prettier-ignore
  })
}

export const countQuiet = async (work: Work): Promise<{ silent: number; stagnant: number; late: number }> =>
  await countMine(work, { owners: [meOf(work)], scopes: scopesFor(work.actor, 'case.read') })
