// Before the race: the past, the moments of it from which the methods are tried, and the days that are asked for. Pure.
import type { Ask } from '../contract/ask.ts'
import type { DayFacts } from './day-facts.ts'
import { gridOf, type Grid } from './day-grid.ts'
import { factorsOn, learntFrom, occurrencesOf, withoutEffects, type Known } from './effects.ts'
import { laidOut, type LaidOut } from './lay-out.ts'
import { isKnown, until, type Past } from './past.ts'
import type { Seen } from './seen.ts'

/** A moment from which a forecast is made: what was known before day `end`, and the days ahead of it. Events are taken out of the past. */
export type Stage = {
  end: number // ordinal of the first day not known
  past: Past
  ahead: readonly DayFacts[]
  factors: readonly (Float64Array | null)[] // what events do on the days ahead
  known: Known
}
/** A stage of the past, with what came then. */
export type Trial = Stage & { came: readonly Float64Array[] }

export type Prepared = {
  name: string
  seen: Seen
  laid: LaidOut
  last: number // ordinal of the last day known
  days: number // days known
  trials: readonly Trial[]
  final: Stage
  ahead: Grid // the days asked for
}

/** @param from the first local day asked for, @returns null where nothing is known */
export function prepared({ name, seen }: { name: string; seen: Seen | null }, ask: Ask, from: string): Prepared | null {
  if (!seen) return null
  const laid = laidOut(seen, ask, name)
  const known = laid.past.days.filter(isKnown)
  const [first, last] = [known[0]?.ordinal, known.at(-1)?.ordinal]
  if (first === undefined || last === undefined) return null
  const past = { ...laid.past, days: laid.past.days.filter(({ ordinal }) => ordinal >= first && ordinal <= last) }
  const occurrences = occurrencesOf(ask, name, past.slots)
  const to = Temporal.PlainDate.from(from)
    .add({ days: ask.horizon.days - 1 })
    .toString()
  const ahead = gridOf(ask, from, to)
  const stage = (end: number, days: readonly number[]): Stage => {
    const before = until(past, end)
    const factsOf = laid.factsSeenFrom(end)
    const seenSo = { ...before, days: before.days.map(({ counts, ordinal }) => ({ ...factsOf(ordinal), counts })) }
    const learnt = { occurrences, learnt: learntFrom(seenSo, occurrences) }
    const facts = days.map(factsOf)
    return {
      end,
      past: withoutEffects(seenSo, learnt),
      ahead: facts,
      factors: facts.map((day) => factorsOn(day, { ...learnt, ahead: true })),
      known: learnt,
    }
  }
  const final = stage(
    last + 1,
    ahead.days.map(({ ordinal }) => ordinal),
  )
  const trials = endsOf({ first, last, ahead }, ask).map(({ end, days }): Trial => {
    const ordinals = Array.from({ length: days }, (_, i) => end + i)
    return {
      ...stage(end, ordinals),
      came: ordinals.map((ordinal) => past.days[ordinal - first]?.counts ?? new Float64Array(past.slots).fill(Number.NaN)),
    }
  })
  return { name, seen, laid, last, days: known.length, trials, final, ahead }
}

/** How much of a short past is left to learn from, at least, when a method is tried within it. */
const LEARNT_FROM = 0.4
const LONGEST_TRIAL = 28

// The moments of the past: the last first, each `step_days` before the one after, as far ahead as is asked for. A short past gives short trials.
function endsOf(
  { first, last, ahead }: { first: number; last: number; ahead: Grid },
  { backtest }: Ask,
): { end: number; days: number }[] {
  const length = last - first + 1
  const asked = (ahead.days.at(-1)?.ordinal ?? last + 1) - last
  const days = Math.max(1, Math.min(asked, LONGEST_TRIAL, Math.floor(length / 3)))
  const step = Math.max(1, Math.min(backtest.step_days, Math.floor(length / 4)))
  const earliest = first + Math.max(1, Math.ceil(length * Math.min(LEARNT_FROM, 0.9)))
  const farthest = Array.from({ length: backtest.origins }, (_, i) => last + 1 - step * (i + 1))
  return farthest
    .filter((end) => end >= Math.min(earliest, first + 8 * 7) && end > first)
    .map((end) => ({ end, days: Math.min(days, last + 1 - end) }))
}
