import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { TeamId } from '#staff/contract'
import type { PromiseOutcome, Promised } from './contract.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { show } from './show.ts'
import { countOwed, countOwedBy as countBy, listByDue, listLatest, type Filter } from './store/lists.ts'
import type { PromiseRow } from './store/promise.ts'

type Page = { items: Promised[]; next: string | null }
export type Wanted = {
  cursor?: string | undefined
  limit: number
  owner?: 'me' | PersonId | undefined
  team?: TeamId | undefined
  state: Filter['state']
  due_from?: string | undefined
  due_until?: string | undefined
  brand?: string | undefined
  customer?: CustomerId | undefined
  outcome?: PromiseOutcome | undefined
}

/** Everybody's, one person's or a team's: the first due first. */
export async function list(work: Work, { owner, team, customer, cursor, limit, ...filter }: Wanted): Promise<Page> {
  const owners = await ownersOf(work, { owner, team })
  const rows = await listByDue(work, {
    ...filter,
    owners,
    customers: customer ? await customers.group(work, customer) : undefined,
    after: readCursor(cursor),
    scopes: scopesFor(work.actor, 'case.read'),
    most: limit + 1,
  })
  return await page(work, rows, { limit, by: (row) => row.due_at })
}

/** Of one person, of a team, or of one person as long as they are of that team; undefined: everybody's. */
export async function ownersOf(
  work: Work,
  { owner, team }: { owner?: 'me' | PersonId | undefined; team?: TeamId | undefined },
): Promise<PersonId[] | undefined> {
  const one = owner && [owner === 'me' ? meOf(work) : owner]
  const members = team && (await staff.membersOfTeam(work, team))
  return one && members ? one.filter((id) => members.includes(id)) : (one ?? members)
}

export async function listOfCase(
  work: Work,
  wanted: { case: CaseId; cursor?: string | undefined; limit: number },
): Promise<Page> {
  const of = await cases.needCase(work, wanted.case, 'case.read')
  const after = readCursor(wanted.cursor)
  const rows = await listLatest(work, {
    state: 'all',
    cases: await cases.familyOf(work, of.id),
    after,
    scopes: [{ teams: null, brands: null }],
    most: wanted.limit + 1,
  })
  return await page(work, rows, { limit: wanted.limit, by: (row) => row.made_at })
}

type Cut = { limit: number; by: (row: PromiseRow) => Temporal.Instant }
async function page(work: Work, rows: PromiseRow[], { limit, by }: Cut): Promise<Page> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: await show(work, rows.slice(0, limit)), next: last ? writeCursor(by(last), last.id) : null }
}

export async function count(
  work: Work,
  { due_until }: { due_until?: string | undefined },
): Promise<{ late: number; due: number }> {
  const until = due_until ? Temporal.Instant.from(due_until) : work.now.add({ hours: 24 })
  return await countOwed(work, { person: meOf(work), due_until: until, scopes: scopesFor(work.actor, 'case.read') })
}

/** For a page about several people: how many of each one's promises are late, and how many fall due before an instant. */
export async function countOwedBy(
  work: Work,
  asked: { people: readonly PersonId[]; due_until: Temporal.Instant },
): Promise<Map<PersonId, { late: number; due: number }>> {
  const rows = await countBy(work, { ...asked, scopes: scopesFor(work.actor, 'case.read') })
  return new Map(rows.map(({ owner_id, ...counted }) => [owner_id, counted]))
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: no promise is theirs
export const meOf = (work: Work): PersonId => (work.actor.kind === 'person' ? work.actor.id : NOBODY)
