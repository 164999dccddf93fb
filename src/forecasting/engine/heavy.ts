// What the heavy methods are asked, as plain lists of numbers for a thread, and their answers brought back to days and slots. Pure.
import { meanOfSlots, type Past } from './past.ts'
import type { Prepared, Stage } from './prepare.ts'
import { finished, type Runner } from './race.ts'
import { median, orZero } from './simple.ts'

/** One series without gaps, its periods (in values), and how many values to tell. */
export type HeavyTask = { values: Float64Array; periods: number[]; horizon: number }
/** Its answer, or why there is none. */
export type HeavyTold = { told: Float64Array } | { failed: string } | { too_slow: true } | { no_chance: true }

/** The slots people come in and the weekdays they come on: only these are laid end to end, so that nights and Sundays do not count as seasons. */
type Frame = { slots: number[]; weekdays: number[] }

const LEAST_WEEKS = 3
/** Its seasons are days and weeks: what lies farther back teaches it nothing that half a year does not. */
const MOST_WEEKS = 26
/** Beyond so many values the decomposition takes longer than it is worth: the oldest days are left out. */
const MOST_VALUES = 20_000

/** For every trial and last for the days asked for; null where the past is too short for a weekly season. */
export function heavyTasks({ trials, final }: Pick<Prepared, 'trials' | 'final'>): (HeavyTask | null)[] {
  return [...trials, final].map(taskOf)
}

function taskOf({ past, ahead }: Stage): HeavyTask | null {
  const frame = frameOf(past)
  const perWeek = frame.slots.length * frame.weekdays.length
  const days = framed(past, frame)
  if (perWeek === 0 || days.length < LEAST_WEEKS * frame.weekdays.length) return null
  const most = Math.max(
    LEAST_WEEKS * frame.weekdays.length,
    Math.min(MOST_WEEKS * frame.weekdays.length, Math.floor(MOST_VALUES / frame.slots.length)),
  )
  const values = Float64Array.from(filledDays(past, days.slice(-most), frame).flat())
  const last = ahead.at(-1)?.ordinal ?? 0
  const from = (past.days.at(-1)?.ordinal ?? 0) + 1
  const horizon = placesFrom(from, last, frame).size * frame.slots.length
  if (horizon === 0) return null
  const periods = frame.weekdays.length > 1 ? [frame.slots.length, perWeek] : [frame.slots.length]
  return { values, periods: periods.filter((period) => period > 1), horizon }
}

/** What a heavy method told, as if it had run here; null where it did not tell everything. */
export function heavyRunner({ trials, final, laid }: Prepared, told: readonly (HeavyTold | null)[]): Runner | null {
  const stages = [...trials, final]
  const days = stages.map((stage, i) => {
    const answer = told[i]
    return answer && 'told' in answer ? finished(daysTold(stage, answer.told), stage, laid.open) : null
  })
  const complete = days.filter((each) => each !== null)
  if (complete.length < stages.length) return null
  return { method: 'mstl_ets', trials: complete.slice(0, -1), final: complete.at(-1) ?? [] }
}

/** What was told, day by day and slot by slot. */
export function daysTold({ past, ahead }: Stage, told: Float64Array): Float64Array[] {
  const frame = frameOf(past)
  const places = placesFrom((past.days.at(-1)?.ordinal ?? 0) + 1, ahead.at(-1)?.ordinal ?? 0, frame)
  return ahead.map(({ ordinal }) => {
    const day = new Float64Array(past.slots)
    const place = places.get(ordinal)
    if (place !== undefined)
      frame.slots.forEach((slot, s) => (day[slot] = Math.max(0, orZero(told[place * frame.slots.length + s]))))
    return day
  })
}

// Which place each day ahead has among the days of the frame.
function placesFrom(from: number, to: number, { weekdays }: Frame): Map<number, number> {
  const places = new Map<number, number>()
  for (let ordinal = from; ordinal <= to; ordinal++) {
    if (weekdays.includes(((((ordinal + 3) % 7) + 7) % 7) + 1)) places.set(ordinal, places.size)
  }
  return places
}

function frameOf(past: Past): Frame {
  const everyday = meanOfSlots(past, new Float64Array(past.days.length).fill(1))
  const slots = [...everyday.keys()].filter((s) => orZero(everyday[s]) > 0)
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    past.days.some((day) => day.weekday === weekday && day.counts.some((count) => count > 0)),
  )
  return { slots, weekdays }
}

const framed = ({ days }: Past, { weekdays }: Frame): number[] =>
  [...days.keys()].filter((i) => weekdays.includes(days[i]?.weekday ?? 0))

// Gaps are filled with the median of the same weekday and slot: the decomposition knows no gaps.
function filledDays(past: Past, days: readonly number[], { slots }: Frame): number[][] {
  const usual = new Map<string, number>()
  const usualOf = (weekday: number, slot: number): number => {
    const key = `${weekday} ${slot}`
    const known = usual.get(key)
    if (known !== undefined) return known
    const value = orZero(median(past.days.flatMap((day) => (day.weekday === weekday ? [day.counts[slot] ?? Number.NaN] : []))))
    usual.set(key, value)
    return value
  }
  return days.map((i) =>
    slots.map((slot) => {
      const count = past.days[i]?.counts[slot] ?? Number.NaN
      return Number.isNaN(count) ? usualOf(past.days[i]?.weekday ?? 1, slot) : count
    }),
  )
}
