// The rows of the grid, from the people and what is looked for: groups by team or site, an order, and the shifts that are nobody's yet on top.
import type { BoardPerson } from '../../../contract/plans.ts'
import type { Bar } from './bars.ts'

export type Row =
  | { kind: 'group'; key: string; label: string; count: number }
  | { kind: 'open'; key: string; bars: readonly Bar[] } // a lane of shifts that are nobody's
  | { kind: 'person'; key: string; person: BoardPerson; bars: readonly Bar[] }
export type PersonRow = Extract<Row, { kind: 'person' }>

export const groupings = ['none', 'team', 'site'] as const
export const orders = ['name', 'start', 'hours', 'left'] as const
export type Wanted = {
  q: string
  team: string
  grouping: (typeof groupings)[number]
  order: (typeof orders)[number]
  only: 'all' | 'working' | 'troubled'
}
export type Seating = {
  people: readonly BoardPerson[]
  barsOf: (person: string | null) => readonly Bar[]
  teams: ReadonlyMap<string, string>
  troubled: (person: string) => boolean
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const none: readonly Bar[] = []

/** Every row shown, in order; `before` lends the rows that did not change, so that nothing of theirs is drawn again. */
export function rowsOf({ people, barsOf, teams, troubled }: Seating, wanted: Wanted, before: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.key, row]))
  const sought = fold(wanted.q.trim())
  const shown = people
    .filter((person) => (wanted.team === '' || person.teams.some((team) => team === wanted.team)) && fold(person.name).includes(sought))
    .map((person): PersonRow => kept(known.get(person.id), { kind: 'person', key: person.id, person, bars: barsOf(person.id) }))
    .filter((row) => wanted.only === 'all' || (wanted.only === 'working' ? row.bars.length > 0 : troubled(row.key)))
    .toSorted(comparing[wanted.order])
  const open = lanes(barsOf(null)).map((bars, lane): Row => ({ kind: 'open', key: `open ${lane}`, bars }))
  if (wanted.grouping === 'none') return [...open, ...shown]
  const groups = Map.groupBy(shown, ({ person }) => (wanted.grouping === 'site' ? (person.site ?? '') : (person.teams[0] ?? '')))
  const named = [...groups].map(([key, rows]) => ({ key, rows, label: wanted.grouping === 'site' ? key : (teams.get(key) ?? '') }))
  const inOrder = named.toSorted((a, b) => Number(a.label === '') - Number(b.label === '') || a.label.localeCompare(b.label))
  return [...open, ...inOrder.flatMap(({ key, label, rows }) => [{ kind: 'group' as const, key: `group ${key}`, label, count: rows.length }, ...rows])]
} // prettier-ignore

const kept = (old: Row | undefined, now: PersonRow): PersonRow =>
  old?.kind === 'person' && old.person === now.person && old.bars === now.bars ? old : now

export const plannedOf = (person: BoardPerson): number => person.planned_min.reduce((sum, { min }) => sum + min, 0)
export const agreedOf = (person: BoardPerson): number => person.contract_min * Math.max(1, person.planned_min.length)

const byName = (a: PersonRow, b: PersonRow): number => a.person.name.localeCompare(b.person.name)
const comparing: Record<Wanted['order'], (a: PersonRow, b: PersonRow) => number> = {
  name: byName,
  start: (a, b) => (a.bars[0]?.from ?? Infinity) - (b.bars[0]?.from ?? Infinity) || byName(a, b),
  hours: (a, b) => plannedOf(b.person) - plannedOf(a.person) || byName(a, b),
  left: (a, b) => agreedOf(b.person) - plannedOf(b.person) - (agreedOf(a.person) - plannedOf(a.person)) || byName(a, b),
}

/** Shifts side by side where they do not touch, as few lanes as it takes. */
export function lanes(bars: readonly Bar[]): Bar[][] {
  const found: Bar[][] = []
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const lane = found.find((each) => (each.at(-1)?.to ?? 0) <= bar.from)
    if (lane) lane.push(bar)
    else found.push([bar])
  }
  return found
}

export const barsIn = (row: Row | undefined): readonly Bar[] => (row === undefined || row.kind === 'group' ? none : row.bars)
