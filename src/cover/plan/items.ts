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
  const { items, next } = await things[kind](work, thought, { cursor, limit })
  const shown = await show(work, thought, { items, of })
  return { items: gaps ? shown.filter(({ gap }) => gap) : shown, next }
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
