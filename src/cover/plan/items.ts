import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CoveredItem, CoverKind, Span } from '../contract.ts'
import { spansFor, type SpansFor, type Stand } from './spans.ts'
import { things, type Page, type Thing } from './things.ts'
import { thoughtOf, type Asked, type Thought } from './thought.ts'

export async function listCovered(
  work: Work,
  { kind, gaps, cursor, limit, ...asked }: Asked & Page & { kind: CoverKind; gaps: boolean },
): Promise<{ items: CoveredItem[]; next: string | null }> {
  const thought = await thoughtOf(work, asked)
  const { of } = await spansFor(work, thought)
  if (!gaps) {
    const { items, next } = await things[kind](work, thought, { cursor, limit })
    return { items: await show(work, thought, { items, of }), next }
  }
  return await listGaps(work, thought, { kind, cursor, of })
}

const AT_ONCE = 100
const MOST_PAGES = 50

// Whole pages, until one holds a gap: an answer with nothing in it and more to come would tell a reader nothing.
async function listGaps(
  work: Work,
  thought: Thought,
  { kind, cursor, of }: { kind: CoverKind; cursor: string | undefined; of: SpansFor },
): Promise<{ items: CoveredItem[]; next: string | null }> {
  let after = cursor
  for (let left = MOST_PAGES; ; left--) {
    const { items, next } = await things[kind](work, thought, { cursor: after, limit: AT_ONCE })
    const short = (await show(work, thought, { items, of })).filter(({ gap }) => gap)
    if (short.length > 0 || !next || left === 1) return { items: short, next }
    after = next
  }
}

async function show(
  work: Work,
  thought: Thought,
  { items, of }: { items: readonly Thing[]; of: SpansFor },
): Promise<CoveredItem[]> {
  const stands = await Promise.all(items.map((item) => of(item)))
  const name = await namesOf(work, stands.flat())
  return items.map((item, place) => ({
    ...plain(item),
    spans: stands[place]!.map((stand) => asSpan(stand, name)),
    gap: hasGap(stands[place]!),
    may_choose: thought.leads && (item.kind === 'case' || item.kind === 'contact'),
  }))
}

export const hasGap = (stands: readonly Stand[]): boolean => stands.some(({ person }) => person === null)

export async function namesOf(work: Work, stands: readonly Stand[]): Promise<(id: PersonId) => string> {
  const people = await staff.find(work, [...new Set(stands.flatMap(({ person }) => person ?? []))])
  return (id) => people.get(id)?.name ?? ''
}

export const asSpan = ({ from, until, person, because }: Stand, name: (id: PersonId) => string): Span => ({
  from: from.toString(),
  until: until.toString(),
  person: person && { id: person, name: name(person) },
  because,
})

const plain = ({ kind, id, label, detail, customer, case_id, at, quiet }: Thing) => ({
  kind,
  id,
  label,
  detail,
  customer,
  case_id,
  at,
  quiet,
})
