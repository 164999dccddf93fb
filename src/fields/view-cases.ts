// The cases of a view. Which way they are found depends on what is asked: along the order of a field's values; among the few that have a rare
// value; or along the latest cases, looking at so many of them and no more. A page may therefore be short, or empty, and still go on.
import * as cases from '#cases'
import * as clocks from '#clocks'
import type { Work } from '#base/work'
import { isUuid } from '#base/contract'
import { readCursor, writeCursor } from '#base/cursor'
import type { CaseId, Listed } from '#cases/contract'
import type { Field, FieldKind, SeenCase, View, ViewFilter, ViewId } from './contract.ts'
import { needView } from './list-views.ts'
import { rareCases } from './rare-cases.ts'
import { readMany } from './show-filled.ts'
import { sievesOf, throughAll, type Sieve } from './sieves.ts'
import { alongValues } from './store/found.ts'
import type { Test } from './rules/read-condition.ts'
import { testsOf, type Asking } from './tests-of.ts'

type Page = { items: SeenCase[]; next: string | null }
type Paging = { cursor?: string | undefined; limit: number }
type Asked = Pick<View, 'filter' | 'columns' | 'sort'>
export type Wanted = Omit<cases.Wanted, 'cursor' | 'limit' | 'q'>

const AT_ONCE = 200 // cases looked at together
const MOST_ROUNDS = 10

export async function viewCases(work: Work, { id, ...paging }: Paging & { id: ViewId }): Promise<Page> {
  return await casesOf(work, await needView(work, id), paging)
}

export const tryView = (work: Work, { cursor, limit, ...asked }: Asked & Paging): Promise<Page> =>
  casesOf(work, asked, { cursor, limit })

async function casesOf(work: Work, asked: Asked, paging: Paging): Promise<Page> {
  const asking = await testsOf(work, asked)
  const { items, next } = await pageOf(work, { filter: asked.filter, asking, paging })
  return { items: await withValues(work, items, { own: asking.columns, names: asked.columns }), next }
}

type Looking = { filter: ViewFilter; asking: Asking; paging: Paging }
type Found = { items: Listed[]; next: string | null }

async function pageOf(work: Work, { filter, asking, paging }: Looking): Promise<Found> {
  const sieves = sievesOf(filter, asking.tests)
  const wanted = wantedOf(filter)
  if (asking.sort) return await alongField(work, { wanted, sieves, paging, sort: asking.sort, tests: asking.tests })
  if (sieves.length === 0) return await cases.list(work, { ...wanted, ...paging })
  const ids = await rareCases(work, asking.tests, sieves)
  if (ids) return await cases.list(work, { ...wanted, ...paging, ids })
  return await alongLatest(work, { wanted, sieves, paging })
}

export const wantedOf = ({ status, stands, owner, handler, reason, priority, brand }: ViewFilter): Wanted => ({
  status,
  stands: stands ?? undefined,
  owner: owner ?? undefined,
  handler: handler ?? undefined,
  reason: reason ?? undefined,
  priority: priority ?? undefined,
  brand: brand ?? undefined,
})

type Walking = { wanted: Wanted; sieves: readonly Sieve[]; paging: Paging }

async function alongLatest(work: Work, { wanted, sieves, paging: { cursor, limit } }: Walking): Promise<Found> {
  const kept: CaseId[] = []
  let place = cursor
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { items, next } = await cases.walk(work, { ...wanted, cursor: place, limit: AT_ONCE })
    const here = await throughAll(work, sieves, items.map(({ id }) => id)) // prettier-ignore
    const room = limit - kept.length
    kept.push(...here.slice(0, room))
    if (here.length > room) return { items: await these(work, kept, { limit }), next: placeOf(items, kept.at(-1)!) }
    place = next ?? undefined
    if (!next || kept.length === limit) return { items: await these(work, kept, { limit }), next }
  }
  return { items: await these(work, kept, { limit }), next: place ?? null }
}

type Step = { id: CaseId; last_at: Temporal.Instant }
function placeOf(items: readonly Step[], last: CaseId): string | null {
  const found = items.find(({ id }) => id === last)
  return found ? writeCursor(found.last_at, found.id) : null
}

type Along = Walking & { sort: { field: Field; down: boolean }; tests: readonly Test[] }
async function alongField(work: Work, { wanted, sieves, paging, sort, tests }: Along): Promise<Found> {
  const shown: Listed[] = []
  const within = tests.filter((test) => test.field === sort.field.id && !test.not)
  let after = readPlace(paging.cursor, sort.field.kind)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rows = await alongValues(work, {
      field: sort.field.id,
      kind: sort.field.kind,
      down: sort.down,
      within,
      after,
      most: AT_ONCE,
    })
    const ids = await throughAll(
      work,
      sieves,
      rows.map(({ of_id }) => of_id as CaseId),
    ) // a field of cases
    const listed = new Map((await these(work, ids, { limit: AT_ONCE, wanted })).map((each) => [each.id, each]))
    for (const { of_id, key } of rows) {
      const found = listed.get(of_id as CaseId) // likewise
      if (found) shown.push(found)
      after = { key, id: of_id }
      if (shown.length === paging.limit) return { items: shown, next: writePlace(after) }
    }
    if (rows.length < AT_ONCE) return { items: shown, next: null }
  }
  return { items: shown, next: after && writePlace(after) }
}

type Those = { limit: number; wanted?: Wanted }
async function these(work: Work, ids: readonly CaseId[], { limit, wanted = { status: 'all' } }: Those): Promise<Listed[]> {
  return ids.length === 0 ? [] : (await cases.list(work, { ...wanted, ids, limit })).items
}

// Where a walk along values stands: the value, then the id.
const writePlace = ({ key, id }: { key: string; id: string }): string => `${id}~${key.slice(0, 300)}`
function readPlace(cursor: string | undefined, kind: FieldKind): { key: string; id: string } | null {
  const [, id = '', key = ''] = /^([0-9a-f-]{36})~([^]*)$/.exec(cursor ?? '') ?? []
  return isUuid(id) && isKey(key, kind) && !readCursor(cursor) ? { id, key } : null
}

// What a value of the kind is written as: a cursor that says something else starts over rather than failing.
function isKey(key: string, kind: FieldKind): boolean {
  if (kind === 'number') return /^-?\d{1,20}(\.\d{1,20})?$/.test(key)
  if (kind === 'money') return /^-?\d{1,18}$/.test(key)
  return kind !== 'date' || isDay(key)
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false // not a day of any calendar
  }
}

type Columns = { own: readonly Field[]; names: View['columns'] }
async function withValues(work: Work, items: readonly Listed[], { own, names }: Columns): Promise<SeenCase[]> {
  const ids = items.map(({ id }) => id)
  const [values, due, waits] = await Promise.all([
    readMany(work, ids, own),
    names.includes('due') ? clocks.dueOf(work, ids) : new Map<CaseId, never>(),
    names.includes('waits') ? cases.blockersOf(work, ids) : [],
  ])
  const waitsOf = Map.groupBy(waits, ({ case_id }) => case_id)
  return items.map((item) => {
    const next = due.get(item.id)
    return {
      ...item,
      values: values.get(item.id) ?? {},
      due: next ? { fr: next.fr, en: next.en, late: next.late } : null,
      waits: (waitsOf.get(item.id) ?? []).map(({ what }) => what),
    }
  })
}
