// How colleagues of the made-up centre keep their hours: nearly all of them do, two or three are late, one does not come. The same day is the same day,
// so that what was written of the morning and what is played of the afternoon are one. Pure.
import { chanceOf, type Chance } from './chance.ts'

export type Span = { from: number; to: number } // milliseconds since 1970
/** A shift of today, as it was published. `elsewhere`: trainings and meetings. */
export type Turn = Span & { who: string; rests: readonly Span[]; elsewhere: readonly Span[] }
export type Stay = Span & { who: string; state: 'available' | 'away' | 'busy' }

type Habit = 'punctual' | 'late' | 'long_lunch' | 'missing'
const MINUTE = 60_000
const FEWEST_TO_MISS_ONE = 5

/** Where everybody is in the course of a day, in order for each. `steady`: who always comes. */
export function staysOf(day: string, turns: readonly Turn[], steady: readonly string[] = []): Stay[] {
  const chance = chanceOf(Number(day.replaceAll('-', '')))
  const known = turns.toSorted((a, b) => (a.who < b.who ? -1 : 1) || a.from - b.from)
  const habits = habitsOf(known, { chance, steady })
  return known.flatMap((turn) => staysIn(turn, habits.get(turn.who) ?? 'punctual', chance))
}

function habitsOf(turns: readonly Turn[], { chance, steady }: { chance: Chance; steady: readonly string[] }): Map<string, Habit> {
  const left = [...new Set(turns.map(({ who }) => who))]
  const habits = new Map<string, Habit>()
  const give = (habit: Habit, from: readonly string[]): void => {
    if (from.length === 0) return
    const who = chance.one(from)
    habits.set(who, habit)
    left.splice(left.indexOf(who), 1)
  }
  if (left.length >= FEWEST_TO_MISS_ONE) give('missing', left.filter((who) => !steady.includes(who))) // prettier-ignore
  for (const habit of ['late', 'long_lunch', 'late'] as const) if (left.length > 1) give(habit, left)
  return habits
}

// A minute more or less is nobody's lapse.
function staysIn({ who, from, to, rests, elsewhere }: Turn, habit: Habit, chance: Chance): Stay[] {
  const about = (least: number, most: number): number => Math.round(chance.between(least * 60, most * 60) * 1_000)
  const [begins, ends] = [from + (habit === 'late' ? about(9, 24) : about(-3, 1)), to + about(0, 3)]
  const lunch = Math.max(0, ...rests.map((rest) => rest.to - rest.from))
  const gone = rests.map((rest) => ({
    from: rest.from + about(-1, 1),
    to: rest.to + (habit === 'long_lunch' && rest.to - rest.from === lunch ? about(9, 14) : about(-1, 2)),
    state: 'away' as const,
  }))
  if (habit === 'missing') return []
  const others = [...gone, ...elsewhere.map((span) => ({ ...span, state: 'busy' as const }))].toSorted((a, b) => a.from - b.from)
  const stays: Stay[] = []
  let at = begins
  for (const other of others) {
    if (other.to <= at || other.from >= ends) continue
    if (other.from - at >= MINUTE) stays.push({ who, from: at, to: other.from, state: 'available' })
    const since = Math.max(at, other.from)
    stays.push({ who, from: since, to: Math.min(other.to, ends), state: other.state })
    at = Math.min(other.to, ends)
  }
  if (ends > at) stays.push({ who, from: at, to: ends, state: 'available' })
  return stays
}

/** Where somebody is at a moment. */
export const stateAt = (stays: readonly Stay[], who: string, at: number): Stay['state'] | 'offline' =>
  stays.find((stay) => stay.who === who && stay.from <= at && stay.to > at)?.state ?? 'offline'
