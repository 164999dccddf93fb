// The kinds of contact of a scenario, made ready: laws, lists, and where each contact has its number among all.
import type { Kind } from '../contract/traffic.ts'
import type { Law } from '../maths/distributions.ts'
import { lawOf, patienceOf } from '../maths/laws.ts'
import { expectedFrom, sourceOf, type Source } from './arrivals.ts'

export type Column = Float64Array | null // in the order of the list as it was written; NaN: drawn from the kind's law

export type Flow = {
  readonly kind: Kind
  readonly source: Source
  readonly handling: Law
  readonly wrapUp: Law | null
  readonly patience: Law
  readonly retryAfter: Law | null
  readonly againAfter: Law | null
  readonly handlings: Column
  readonly wrapUps: Column
  readonly patiences: Column
  readonly priorities: Column
  readonly cases: Int32Array | null // row of each contact's case among the cases of the list
  readonly caseCount: number
  readonly first: number // number of its first contact among all kinds
  readonly room: number // numbers kept for it
}

export function flowsOf(kinds: readonly Kind[], end: number): Flow[] {
  let first = 0
  return kinds.map((kind) => {
    const source = sourceOf(kind.arrivals, end)
    const room = 'at_s' in kind.arrivals ? kind.arrivals.at_s.length : roomFor(expectedFrom(source, end))
    const flow = flowOf(kind, { source, first, room })
    first += room
    return flow
  })
}

// More than this many do not come in one replication in a thousand; those beyond are played, but never among the most hurt.
const roomFor = (expected: number): number => Math.min(1_000_000, Math.ceil(expected + 6 * Math.sqrt(expected) + 100))

function flowOf(kind: Kind, { source, first, room }: { source: Source; first: number; room: number }): Flow {
  const list = 'at_s' in kind.arrivals ? kind.arrivals : undefined
  const rows = new Map<number, number>()
  const cases = list?.cases && Int32Array.from(list.cases, (of) => rows.get(of) ?? (rows.set(of, rows.size), rows.size - 1))
  return {
    kind,
    source,
    handling: lawOf(kind.handling),
    wrapUp: kind.wrap_up === undefined ? null : lawOf(kind.wrap_up),
    patience: patienceOf(kind.patience),
    retryAfter: kind.retrial ? lawOf(kind.retrial.after) : null,
    againAfter: kind.again ? lawOf(kind.again.after) : null,
    handlings: columnOf(list?.handling_s),
    wrapUps: columnOf(list?.wrap_up_s),
    patiences: columnOf(list?.patience_s),
    priorities: columnOf(list?.priorities),
    cases: cases ?? null,
    caseCount: rows.size,
    first,
    room,
  }
}

const columnOf = (values: readonly (number | null)[] | undefined): Column =>
  values ? Float64Array.from(values, (value) => value ?? Number.NaN) : null
