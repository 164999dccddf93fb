// When lunch and breaks of a shift may fall. Windows of one shift never overlap, so each pause is placed for itself (the condition of implicit break
// models: Bechtold and Jacobs, Management Science 36, 1990).
import { minutesOf } from '../contract/moments.ts'
import type { Pattern } from '../contract/pattern.ts'
import { SLOT_MIN, SLOTS_PER_HOUR } from './grid.ts'

export type Window = { from: number; to: number } // first and last slot at which it may begin, since the start of the shift
export type Pause = Window & { kind: 'lunch' | 'break'; length: number; minutes: number } // `length` in slots that it takes from the needs

/** A pause takes a quarter of an hour from the needs when it covers more than half of it. */
export const slotsTaken = (minutes: number): number => Math.round(minutes / SLOT_MIN)

const A_DAY = 1_440 // minutes

type Day = { start_min: number; paid: number } // local beginning in minutes; paid length in slots
export type Shape = { span: number; pauses: Pause[] } // whole length in slots, lunch included

/** The pauses of a shift; null where the pattern leaves no room for its lunch. */
export function shapeOf(pattern: Pattern, { start_min, paid }: Day): Shape | null {
  const { lunch } = pattern
  if (lunch === 'none' || paid <= lunch.when_longer_than_h * SLOTS_PER_HOUR)
    return { span: paid, pauses: breaksOf(pattern, { from: 0, to: paid }, []) }
  const length = lunch.minutes / SLOT_MIN
  const span = paid + length
  const apart = Math.round(lunch.after_h * SLOTS_PER_HOUR)
  const [earliest, latest] = mealTimes(lunch, start_min)
  const from = Math.max(apart, Math.ceil((earliest - start_min) / SLOT_MIN))
  const to = Math.min(span - apart - length, Math.floor((latest - start_min) / SLOT_MIN))
  if (to < from) return null
  const eaten: Pause = { kind: 'lunch', from, to, length, minutes: lunch.minutes }
  return { span, pauses: [eaten, ...breaksOf(pattern, { from: 0, to: span }, [eaten])] }
}

// Times before the shift begins are those of the day after: the meal of a night.
function mealTimes({ from, to }: { from: string; to: string }, start: number): [number, number] {
  const [earliest, wanted] = [minutesOf(from), minutesOf(to)]
  const latest = wanted < earliest ? wanted + A_DAY : wanted
  return latest <= start ? [earliest + A_DAY, latest + A_DAY] : [earliest, latest]
}

function breaksOf({ breaks }: Pattern, whole: Window, [lunch]: readonly Pause[]): Pause[] {
  if (breaks === 'none') return []
  const hours = (whole.to - (lunch?.length ?? 0)) / SLOTS_PER_HOUR
  const wanted = Math.floor(hours / breaks.every_h + 1e-9)
  const edge = breaks.edge_min / SLOT_MIN
  const pieces = lunch ? [{ from: 0, to: lunch.from }, { from: lunch.to + lunch.length, to: whole.to }] : [whole] // prettier-ignore
  const length = Math.max(1, Math.ceil(breaks.minutes / SLOT_MIN)) // also where one takes less of the needs, the next begins after its end
  return shared(wanted, pieces).flatMap((count, i) =>
    windowsIn({ from: pieces[i]!.from + edge, to: pieces[i]!.to - edge }, count, length).map((window) => ({
      kind: 'break' as const,
      ...window,
      length: slotsTaken(breaks.minutes),
      minutes: breaks.minutes,
    })),
  )
}

// So many to each piece as its length says; the longer one first.
function shared(wanted: number, pieces: readonly Window[]): number[] {
  const counts = pieces.map(() => 0)
  for (let i = 0; i < wanted; i++) {
    const room = pieces.map(({ from, to }, p) => (to - from) / (counts[p]! + 1))
    counts[room.indexOf(Math.max(...room))]! += 1
  }
  return counts
}

function windowsIn({ from, to }: Window, count: number, length: number): Window[] {
  const room = (to - from) / Math.max(1, count)
  const fitting = room >= length ? count : Math.max(0, Math.floor((to - from) / length))
  return Array.from({ length: fitting }, (_, i) => ({
    from: from + Math.floor((i * (to - from)) / fitting),
    to: from + Math.floor(((i + 1) * (to - from)) / fitting) - length,
  }))
}
