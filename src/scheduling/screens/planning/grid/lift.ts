// What is being moved, by pointer or by keyboard, before it is put down.
import { partMoved, retimed, type Bar } from './bars.ts'
import type { Grip } from './place.ts'
import type { TroubleSaid } from '../../../contract/names.ts'
import type { Effect, MoveWish } from '../../../contract/moves.ts'
import { spanOf } from './bars.ts'

export type Lifted = { before: Bar; after: Bar }
export type Lift = {
  grip: Grip
  part: string | null
  bars: readonly Lifted[]
  byKeys: boolean
  row: number // the row one is over
  felt: Turned | null // what it does to the need, as it is counted here
  tried: Tried | null
}
export type Tried = { troubles: readonly TroubleSaid[]; effect: readonly Effect[] }

export const LEAST = 15 * 60_000

/** Pure: the shifts after moving by so much; to another person when one is given. */
export function liftedBy(lift: Lift, by: (bar: Bar) => number, person?: string | null): Lift {
  const bars = lift.bars.map(({ before }) => ({ before, after: moved(before, lift, by(before)) }))
  const given = person === undefined || lift.grip === 'start' || lift.grip === 'end' || lift.grip === 'part'
  return {
    ...lift,
    tried: null,
    felt: null,
    bars: given ? bars : bars.map(({ before, after }) => ({ before, after: { ...after, person } })),
  }
}

function moved(bar: Bar, { grip, part }: Lift, by: number): Bar {
  if (grip === 'part') return part === null ? bar : partMoved(bar, part, by)
  if (grip === 'start') return retimed(bar, { from: Math.min(bar.from + by, bar.to - LEAST), to: bar.to })
  if (grip === 'end') return retimed(bar, { from: bar.from, to: Math.max(bar.to + by, bar.from + LEAST) })
  return retimed(bar, { from: bar.from + by, to: bar.to + by })
}

export const isMoved = ({ before, after }: Lifted): boolean =>
  before.from !== after.from ||
  before.to !== after.to ||
  before.person !== after.person ||
  before.parts.some((part, at) => part.from !== after.parts[at]?.from)

/** What to ask of the server for it. */
export function wishOf({ before, after }: Lifted, { part }: Pick<Lift, 'part'>): MoveWish {
  const that = { shift: before.id, version: before.version }
  const moved = part === null ? undefined : after.parts.find(({ id }) => id === part)
  if (moved) return { do: 'retime_activity', ...that, activity: moved.id, ...spanOf(moved) }
  const to = after.person === before.person ? {} : { person: after.person as NonNullable<Extract<MoveWish, { do: 'retime' }>['person']> } // an id of a row
  return { do: 'retime', ...that, ...spanOf(after), ...to }
} // prettier-ignore

/** Minutes of people missing that it takes away, and that it makes elsewhere: a move may do both, and then both are told. */
export type Turned = { less: number; more: number }

export function turnOf(effects: readonly Effect[]): Turned {
  let [less, more] = [0, 0]
  for (const { need, before, after, interval_min } of effects)
    need.forEach((wanted, at) => {
      const short = (present: number | undefined): number => Math.max(0, wanted - (present ?? 0)) * interval_min
      const by = short(after[at]) - short(before[at])
      if (by < 0) less -= by
      else more += by
    })
  return { less, more }
}
