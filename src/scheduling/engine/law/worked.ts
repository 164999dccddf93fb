// Somebody's shifts as the law sees them: pieces of working time, in elapsed milliseconds. An hour that clocks give or take is an hour worked or not.
import { activityTraits } from '../../contract/activity.ts'
import type { Shift } from '../../contract/plan-shapes.ts'

export const HOUR = 3_600_000

export type Piece = { from: number; to: number; working: boolean; paid: boolean }
export type Day = {
  date: string // the local day on which its shifts begin
  from: number
  to: number
  pieces: readonly Piece[] // in order; a hole between two of them is a pause
  working_ms: number
  paid_ms: number
}

/** The days somebody works on, in order. Shifts that begin on one local day are one day, also where they end on the next. */
export function daysOf(shifts: readonly Shift[]): Day[] {
  return [...Map.groupBy(shifts, ({ day }) => day)].map(([date, own]) => dayOf(date, own)).toSorted((a, b) => a.from - b.from)
}

function dayOf(date: string, shifts: readonly Shift[]): Day {
  const pieces = shifts.flatMap(piecesOf).toSorted((a, b) => a.from - b.from)
  const sum = (counts: (piece: Piece) => boolean): number =>
    pieces.filter(counts).reduce((all, { from, to }) => all + to - from, 0)
  return {
    date,
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    pieces,
    working_ms: sum(({ working }) => working),
    paid_ms: sum(({ paid }) => paid),
  }
}

function piecesOf({ starts_at, ends_at, activities }: Shift): Piece[] {
  const whole = { from: Date.parse(starts_at), to: Date.parse(ends_at) }
  if (activities.length === 0) return [{ ...whole, working: true, paid: true }]
  return activities.map(({ kind, starts_at: from, ends_at: to }) => {
    const { working, paid } = activityTraits[kind]
    return { from: Date.parse(from), to: Date.parse(to), working, paid }
  })
}

/** Stretches of work without a pause of at least so many milliseconds: working time in each. */
export function stretchesOf({ pieces }: Day, pause_ms: number): number[] {
  const stretches: number[] = []
  let [worked, last] = [0, -Infinity]
  for (const { from, to, working } of pieces) {
    if (!working) continue
    if (from - last >= pause_ms && worked > 0) {
      stretches.push(worked)
      worked = 0
    }
    worked += to - from
    last = Math.max(last, to)
  }
  return [...stretches, worked]
}

/** Unpaid pauses within a day of at least so many milliseconds, in order. */
export function cutsOf({ pieces }: Day, least_ms: number): number[] {
  const cuts: number[] = []
  let last: number | null = null
  for (const { from, to, paid } of pieces) {
    if (!paid) continue
    if (last !== null && from - last >= least_ms) cuts.push(from - last)
    last = Math.max(last ?? to, to)
  }
  return cuts
}

/** Working milliseconds of a day between two times of the clock that go round midnight. */
export function workedWithin({ pieces }: Day, windows: readonly { from: number; to: number }[]): number {
  return pieces
    .filter(({ working }) => working)
    .flatMap(({ from, to }) => windows.map((window) => Math.max(0, Math.min(to, window.to) - Math.max(from, window.from))))
    .reduce((sum, each) => sum + each, 0)
}
