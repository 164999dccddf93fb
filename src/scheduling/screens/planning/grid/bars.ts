// What the grid moves about: a shift in numbers. Instants are milliseconds since 1970, so that a drag compares and adds without reading dates.
import type { ActivityKind } from '../../../contract/activity.ts'
import type { ShiftId } from '../../../contract/names.ts'
import type { PlannedShift, Span } from '../../../contract/shifts.ts'
import { piecesRetimed } from '../../../rules/retime.ts'

export type Lasting = { from: number; to: number }
export type Part = Lasting & { id: string; kind: ActivityKind; name: string; fixed: boolean } // fixed: of a meeting or training, others are there too
export type Bar = Lasting & {
  id: ShiftId
  person: string | null // null: nobody's yet
  day: string
  parts: readonly Part[] // what is not plain work, in order
  away: readonly Lasting[]
  locked: boolean
  published: PlannedShift['published']
  note: string
  site: string | null
  version: number
}

export const lasting = ({ starts_at, ends_at }: Span): Lasting => ({ from: Date.parse(starts_at), to: Date.parse(ends_at) })
export const spanOf = ({ from, to }: Lasting): Span => ({
  starts_at: new Date(from).toISOString(),
  ends_at: new Date(to).toISOString(),
})
export const minutes = ({ from, to }: Lasting): number => (to - from) / 60_000

export function barOf(shift: PlannedShift): Bar {
  const { id, person, day, locked, published, note, site, version } = shift
  const parts = shift.activities.map(({ id: part, kind, name, gathering, ...span }) => ({ id: part, kind, name, fixed: gathering !== null, ...lasting(span) }))
  return { id, person, day, locked, published, note, site, version, parts, away: shift.away.map(lasting), ...lasting(shift) }
} // prettier-ignore

/** The same shift at other hours, by the rule it is then changed by; where that refuses, what still lies in it. */
export function retimed(bar: Bar, { from, to }: Lasting): Bar {
  const inside = bar.parts.map((part) => ({ ...part, from_min: (part.from - bar.from) / 60_000, to_min: (part.to - bar.from) / 60_000 })) // prettier-ignore
  const kept = piecesRetimed(inside, { was: minutes(bar), length: minutes({ from, to }), later: (from - bar.from) / 60_000 })
  const parts = kept
    ? kept.map(({ from_min, to_min, ...part }) => ({ ...part, from: from + from_min * 60_000, to: from + to_min * 60_000 }))
    : bar.parts.filter((part) => part.from >= from && part.to <= to)
  return { ...bar, from, to, parts }
}

/** One thing in it at another hour, within the shift. */
export function partMoved(bar: Bar, id: string, by: number): Bar {
  const parts = bar.parts.map((part) => {
    if (part.id !== id) return part
    const kept = Math.min(Math.max(by, bar.from - part.from), bar.to - part.to)
    return { ...part, from: part.from + kept, to: part.to + kept }
  })
  return { ...bar, parts: parts.toSorted((a, b) => a.from - b.from) }
}

/** Minutes worked: without lunch, which nobody is paid for, and without what they are away for. */
export const workedMinutes = (bar: Bar): number =>
  minutes(bar) - bar.parts.filter(({ kind }) => kind === 'lunch').reduce((sum, part) => sum + minutes(part), 0)
