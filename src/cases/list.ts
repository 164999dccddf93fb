import { scopesFor } from '#access'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import * as search from '#search'
import type { CaseId, Listed, ReasonId } from './contract.ts'
import { customerNamed, named, namesFor, personNamed, type Names } from './names.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { stands } from './rules/stands.ts'
import { countCases, listCases, type Filter, type ListedRow } from './store/lists.ts'

export type Wanted = {
  cursor?: string | undefined
  limit: number
  status: 'open' | 'closed' | 'all'
  owner?: PersonId | 'me' | undefined
  stands?: Filter['stands']
  customer?: CustomerId | undefined
  brand?: string | undefined
  entry_point?: string | undefined
  reason?: ReasonId | undefined
  q?: string | undefined
  ids?: readonly CaseId[] | undefined // none but these: for rooms above that know which
}
type Page = { items: Listed[]; next: string | null }

export async function list(work: Work, wanted: Wanted): Promise<Page> {
  return wanted.q ? await listFound(work, wanted, wanted.q) : await listLatest(work, wanted)
}

async function listLatest(work: Work, wanted: Wanted): Promise<Page> {
  const rows = await listCases(work, {
    ...(await filterOf(work, wanted)),
    after: readCursor(wanted.cursor),
    most: wanted.limit + 1,
  })
  const items = await show(work, rows.slice(0, wanted.limit))
  const last = rows.length > wanted.limit ? rows[wanted.limit - 1] : undefined
  return { items, next: last ? writeCursor(last.last_at, last.id) : null }
}

// What was looked for comes in the order of how well it fits, not of when it last moved.
async function listFound(work: Work, wanted: Wanted, words: string): Promise<Page> {
  const hits = await search.match(work, { words, kind: 'case', limit: MOST_FOUND })
  const rank = new Map(hits.map((hit, place) => [hit.id, place]))
  if (rank.size === 0) return { items: [], next: null }
  const ids = [...rank.keys()] as CaseId[] // documents of kind 'case' carry the case's id
  const rows = await listCases(work, { ...(await filterOf(work, wanted)), ids, after: undefined, most: MOST_FOUND })
  const inOrder = rows.toSorted((a, b) => rank.get(a.id)! - rank.get(b.id)!)
  const from = /^\d{1,3}$/.test(wanted.cursor ?? '') ? Number(wanted.cursor) : 0
  const items = await show(work, inOrder.slice(from, from + wanted.limit))
  return { items, next: inOrder.length > from + wanted.limit ? String(from + wanted.limit) : null }
}

/** How many there are, counted up to `limit`. */
export async function countListed(work: Work, wanted: Omit<Wanted, 'q' | 'cursor'>): Promise<number> {
  return (await countCases(work, { ...(await filterOf(work, wanted)), most: wanted.limit })).n
}

async function filterOf(work: Work, wanted: Wanted): Promise<Omit<Filter, 'most'>> {
  const group = wanted.customer ? await customers.group(work, wanted.customer) : undefined
  const owner = wanted.owner === 'me' ? meOf(work) : wanted.owner
  return { ...wanted, owner, customers: group, scopes: scopesFor(work.actor, 'case.read') }
}

const MOST_FOUND = 200
const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: no case is theirs
const meOf = (work: Work): PersonId => (work.actor.kind === 'person' ? work.actor.id : NOBODY)

async function show(work: Work, rows: ListedRow[]): Promise<Listed[]> {
  const names = await namesFor(work, {
    people: rows.flatMap((r) => [r.owner_id, r.deputy_id]), customers: rows.map((r) => r.customer_id),
    brands: rows.map((r) => r.brand_id), entry_points: rows.map((r) => r.entry_point_id),
  }) // prettier-ignore
  return rows.map((row) => line(row, names))
}

const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

function line(r: ListedRow, names: Names): Listed {
  return {
    id: r.id, number: r.number, subject: r.subject, status: r.closed_at ? 'closed' : 'open', owner: personNamed(names.people, r.owner_id),
    deputy: r.deputy_id && personNamed(names.people, r.deputy_id), chosen_by: r.chosen_by,
    reason: r.reason_id && r.reason_name !== null ? { id: r.reason_id, name: r.reason_name } : null,
    customer: customerNamed(names, r.customer_id), brand: named(names.brands, r.brand_id),
    entry_point: named(names.entry_points, r.entry_point_id), opened_at: r.opened_at.toString(), closed_at: said(r.closed_at),
    last_at: r.last_at.toString(), last_in_at: said(r.last_in_at), last_out_at: said(r.last_out_at),
    failed_at: said(r.failed_at), suspected_at: said(r.suspected_at), version: r.version, stands: stands(r), excerpt: r.excerpt, channels: r.channels, hand_over_to: r.hand_over_to, failed_as: r.failed_as,
  } // prettier-ignore
}
