import { scopesFor } from '#access'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId, ProjectId } from '#customers/contract'
import * as search from '#search'
import type { CaseId, Listed, Priority, ReasonId } from './contract.ts'
import { coverOf, standsInFor, type Covered } from './cover.ts'
import { familyHits } from './family.ts'
import { showHandlers } from './handle.ts'
import { customerNamed, named, namesFor, personNamed, type Names } from './names.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { stands } from './rules/stands.ts'
import { handlersOf, type HandlerRow } from './store/handler.ts'
import { countCases, findLatest, listCases, type Filter, type ListedRow } from './store/lists.ts'

export type Wanted = {
  cursor?: string | undefined
  limit: number
  status: 'open' | 'closed' | 'all'
  owner?: PersonId | 'me' | 'covered' | undefined
  handler?: PersonId | 'me' | undefined
  priority?: Priority | undefined
  stands?: Filter['stands']
  customer?: CustomerId | undefined
  brand?: string | undefined
  entry_point?: string | undefined
  reason?: ReasonId | undefined
  project?: ProjectId | undefined
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
  if (hits.length === 0) return { items: [], next: null }
  const rank = await familyHits(
    work,
    hits.map((hit) => hit.id as CaseId),
  ) // documents of kind 'case' carry the case's id
  const ids = [...rank.keys()]
  const rows = await listCases(work, { ...(await filterOf(work, wanted)), ids, after: undefined, most: MOST_FOUND })
  const inOrder = rows.toSorted((a, b) => rank.get(a.id)! - rank.get(b.id)!)
  const from = /^\d{1,3}$/.test(wanted.cursor ?? '') ? Number(wanted.cursor) : 0
  const items = await show(work, inOrder.slice(from, from + wanted.limit))
  return { items, next: inOrder.length > from + wanted.limit ? String(from + wanted.limit) : null }
}

/** Which cases there are, the latest first, without what a list shows of them: for rooms above that keep some of them. */
export async function walk(work: Work, wanted: Omit<Wanted, 'q'>): Promise<{ items: CaseStep[]; next: string | null }> {
  const filter = { ...(await filterOf(work, wanted)), after: readCursor(wanted.cursor), most: wanted.limit + 1 }
  const rows = await findLatest(work, filter)
  const items = rows.slice(0, wanted.limit)
  const last = rows.length > wanted.limit ? items.at(-1) : undefined
  return { items, next: last ? writeCursor(last.last_at, last.id) : null }
}
type CaseStep = { id: CaseId; last_at: Temporal.Instant }

/** How many there are, counted up to `limit`. */
export async function countListed(work: Work, wanted: Omit<Wanted, 'q' | 'cursor'>): Promise<number> {
  return (await countCases(work, { ...(await filterOf(work, wanted)), most: wanted.limit })).n
}

async function filterOf(work: Work, wanted: Wanted): Promise<Omit<Filter, 'most'>> {
  const group = wanted.customer ? await customers.group(work, wanted.customer) : undefined
  const covered = wanted.owner === 'covered' ? await standsInFor(work, meOf(work)) : undefined
  const owner = wanted.owner === 'covered' ? undefined : personOf(work, wanted.owner)
  const handler = personOf(work, wanted.handler)
  return { ...wanted, owner, covered, handler, customers: group, scopes: scopesFor(work.actor, 'case.read') }
}

const personOf = (work: Work, who: PersonId | 'me' | undefined): PersonId | undefined => (who === 'me' ? meOf(work) : who)

const MOST_FOUND = 200
const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId // "me" of a key: no case is theirs
const meOf = (work: Work): PersonId => (work.actor.kind === 'person' ? work.actor.id : NOBODY)

async function show(work: Work, rows: ListedRow[]): Promise<Listed[]> {
  const handlers =
    rows.length === 0
      ? []
      : await handlersOf(
          work,
          rows.map((r) => r.id),
        )
  const names = await namesFor(work, {
    people: [...rows.flatMap((r) => [r.owner_id, r.deputy_id]), ...handlers.map((h) => h.person_id)], customers: rows.map((r) => r.customer_id),
    brands: rows.map((r) => r.brand_id), entry_points: rows.map((r) => r.entry_point_id),
  }) // prettier-ignore
  const away = [...names.people.values()].filter((person) => person.absent_until).map((person) => person.id)
  const cover = await coverOf(work, rows, new Set(away))
  const byCase = Map.groupBy(handlers, (h) => h.case_id)
  return rows.map((row) => line(row, { names, cover: cover.get(row.id), handlers: byCase.get(row.id) ?? [] }))
}

type Beside = { names: Names; cover: Covered | undefined; handlers: HandlerRow[] }

const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

function line(r: ListedRow, { names, cover, handlers }: Beside): Listed {
  return {
    id: r.id, number: r.number, subject: r.subject, status: r.closed_at ? 'closed' : 'open', owner: personNamed(names.people, r.owner_id),
    deputy: r.deputy_id && personNamed(names.people, r.deputy_id), chosen_by: r.chosen_by,
    covered_by: cover?.covered_by ?? null, away_until: cover?.away_until ?? null, priority: r.priority, handlers: showHandlers(handlers, names.people), merged_into: null,
    reason: r.reason_id && r.reason_name !== null ? { id: r.reason_id, name: r.reason_name } : null,
    customer: customerNamed(names, r.customer_id), brand: named(names.brands, r.brand_id),
    entry_point: named(names.entry_points, r.entry_point_id), opened_at: r.opened_at.toString(), closed_at: said(r.closed_at),
    last_at: r.last_at.toString(), last_in_at: said(r.last_in_at), last_out_at: said(r.last_out_at),
    failed_at: said(r.failed_at), suspected_at: said(r.suspected_at), version: r.version, stands: stands(r), excerpt: r.excerpt, channels: r.channels, hand_over_to: r.hand_over_to, failed_as: r.failed_as,
  } // prettier-ignore
}
