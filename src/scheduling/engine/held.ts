// A day of somebody as it stands in a plan in the making, apart from the patterns it may come from: so that it can be drawn otherwise, and written as a shift.
import type { ActivityKind } from '../contract/activity.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import { instantOf, isoOf, SLOT_MIN, SLOT_MS } from './grid.ts'
import type { Planned } from './person.ts'
import { MOST_PAUSES, optionAt, type Rota } from './rota.ts'

/** What is no plain work, in slots of the plan; `minutes` long, of which it takes `length` slots from the needs. `window`: where a pattern would have it begin. */
export type Piece = {
  kind: Exclude<ActivityKind, 'work'>
  from: number
  length: number
  minutes: number
  session?: number
  window?: { from: number; to: number }
}
export type Held = { start: number; end: number; pieces: readonly Piece[]; pattern: string }

/** null: they do not work, or what they do is decided. */
export function heldAt(rota: Rota, person: Planned, day: number): Held | null {
  const option = optionAt(rota, person, day)
  if (!option) return null
  const at = (person.index * rota.days + day) * MOST_PAUSES
  const pauses = option.pauses.map(({ kind, length, minutes, from, to }, i): Piece => ({
    kind, from: rota.pauses[at + i]!, length, minutes, window: { from: option.start + from, to: option.start + to },
  })) // prettier-ignore
  const sittings = rota.sittings.filter(
    (sitting) => sitting.person.index === person.index && sitting.from >= option.start && sitting.to <= option.end,
  )
  const sat = sittings.map(({ session, from, to }): Piece => ({
    kind: rota.problem.ask.sessions[session]!.kind, from, length: to - from, minutes: (to - from) * SLOT_MIN, session,
  })) // prettier-ignore
  return {
    start: option.start,
    end: option.end,
    pieces: [...pauses, ...sat].toSorted((a, b) => a.from - b.from),
    pattern: option.pattern,
  }
}

/** The slots in which somebody covers a need. */
export function slotsOf(held: Held | null): number[] {
  const slots: number[] = []
  if (held)
    for (let slot = held.start; slot < held.end; slot++)
      if (!held.pieces.some(({ from, length }) => slot >= from && slot < from + length)) slots.push(slot)
  return slots
}

/** Quarters of an hour that count toward the contract. */
export const paidOf = ({ start, end, pieces }: Held): number =>
  end - start - pieces.reduce((sum, { kind, minutes }) => sum + (kind === 'lunch' ? minutes / SLOT_MIN : 0), 0)

/** The last slot a piece reaches into, and one more: a break of ten minutes fills a quarter of an hour, though it takes none from the needs. */
export const endOf = ({ from, minutes }: Piece): number => from + Math.max(1, Math.ceil(minutes / SLOT_MIN))

export function shiftOfHeld(
  { problem: { grid, ask } }: Rota,
  { name, asked: { site } }: Planned,
  { day, held }: { day: number; held: Held },
): Shift {
  const activities: Shift['activities'] = []
  const until = grid.start_ms + held.end * SLOT_MS
  let last = grid.start_ms + held.start * SLOT_MS
  const work = (to: number): void => {
    if (to > last) activities.push({ kind: 'work', starts_at: isoOf(last), ends_at: isoOf(to) })
  }
  for (const { kind, from, minutes, session } of held.pieces) {
    const begins = grid.start_ms + from * SLOT_MS
    const label = session === undefined ? undefined : ask.sessions[session]!.name
    work(begins)
    last = begins + minutes * 60_000
    activities.push({ kind, starts_at: isoOf(begins), ends_at: isoOf(last), ...(label !== undefined && { label }) })
  }
  work(until)
  return {
    person: name, day: grid.names[day]!, starts_at: instantOf(grid, held.start), ends_at: instantOf(grid, held.end), activities,
    pattern: held.pattern, ...(site !== undefined && { site }),
  } // prettier-ignore
}
