// The simple methods: always in the race, and what any other has to beat. Pure.
import { isKnown, knownOf, meanOfSlots, type Day, type Method, type Past } from './past.ts'
import type { DayFacts } from './day-facts.ts'

/** As the same weekday last seen, at the same time of day. */
export const lastWeek: Method = (past, ahead) =>
  ofSameWeekday(past, ahead, (same, slots) => meanOfSlots({ slots, days: same.slice(0, 1) }, [1]))

/** The mean of the last `weeks` of the same weekday, slot by slot. */
export const meanOfWeeks =
  (weeks: number): Method =>
  (past, ahead) =>
    ofSameWeekday(past, ahead, (same, slots) =>
      meanOfSlots({ slots, days: same.slice(0, weeks) }, new Float64Array(weeks).fill(1)),
    )

/** The median of the last `weeks` of the same weekday, slot by slot: a strange day does not move it. */
export const medianOfWeeks =
  (weeks: number): Method =>
  (past, ahead) =>
    ofSameWeekday(past, ahead, (same, slots) =>
      Float64Array.from({ length: slots }, (_, s) => median(same.slice(0, weeks).map(({ counts }) => counts[s] ?? Number.NaN))),
    )

/** The same everywhere: the mean of all that is known, whatever the day and the hour. For what comes every few days it is hard to beat. */
export const plainMean: Method = ({ slots, days }, ahead) => {
  const known = days.map(({ counts }) => knownOf(counts))
  const intervals = known.reduce((sum, day) => sum + day.slots, 0)
  const total = known.reduce((sum, day) => sum + day.total, 0)
  const mean = intervals > 0 ? total / intervals : 0
  return ahead.map(() => new Float64Array(slots).fill(mean))
}

/** Of values of which some are NaN, the median of the others; NaN of none. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b)
  const middle = known.length >> 1
  if (known.length === 0) return Number.NaN
  return known.length % 2 === 1 ? (known[middle] ?? Number.NaN) : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2
}

/** Of so many expected, that none came is no chance any more (once in ten thousand). */
const NO_CHANCE = 9.2
const TWO_WEEKS = 14

/** The weekdays on which nobody comes: never seen although two weeks have passed, or empty although on such days as many as on others would be seen. */
export function barrenWeekdays(past: Past): ReadonlySet<number> {
  const seen = Array.from({ length: 8 }, () => ({ days: 0, total: 0 }))
  for (const { weekday, counts } of past.days) {
    const { slots, total } = knownOf(counts)
    const sum = seen[weekday]
    if (slots === 0 || !sum) continue
    sum.days += 1
    sum.total += total
  }
  const all = seen.reduce((sum, { days, total }) => ({ days: sum.days + days, total: sum.total + total }), { days: 0, total: 0 })
  const perDay = all.total / Math.max(1, all.days)
  return new Set(
    [1, 2, 3, 4, 5, 6, 7].filter((weekday) => {
      const { days, total } = seen[weekday] ?? { days: 0, total: 0 }
      return days === 0 ? past.days.length >= TWO_WEEKS : total === 0 && days * perDay > NO_CHANCE
    }),
  )
}

// The known days of each weekday, the latest first, through `make`; what it leaves unknown is taken from all days, and from no day is 0.
function ofSameWeekday(
  past: Past,
  ahead: readonly DayFacts[],
  make: (same: Day[], slots: number) => Float64Array,
): Float64Array[] {
  const latest = past.days.filter(isKnown).toReversed()
  const everyday = meanOfSlots(past, new Float64Array(past.days.length).fill(1))
  const made = new Map<number, Float64Array>()
  const barren = barrenWeekdays(past)
  return ahead.map(({ weekday }) => {
    const known = made.get(weekday)
    if (known) return known
    const same = latest.filter((day) => day.weekday === weekday)
    const slots = make(same, past.slots).map((count, s) =>
      Number.isNaN(count) ? (barren.has(weekday) ? 0 : orZero(everyday[s])) : count,
    )
    made.set(weekday, slots)
    return slots
  })
}

export const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)
