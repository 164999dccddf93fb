// What a day of work asks of the next. Beginnings of the day after are cut into classes: how late one must begin after having ended so late. Because
// a weekly rest is a whole day and the daily rest (24 + 11 h in France), the same classes say whether a single day off gives it.
import type { Catalog } from './person.ts'

export type Rests = {
  classes: number
  startClass: readonly Int16Array[] // by day and option: it may follow an evening of this class or a lower one
  endClass: readonly Int16Array[] // by day and option: the class of evening it makes
  limits: readonly number[] // earliest beginning after an evening of each class, in slots since midnight of the next day; class 0 asks nothing
}

/** @param rest least slots between two days, @param dayStart first slot of each day */
export function restsOf({ days }: Catalog, rest: number, dayStart: Int32Array): Rests {
  const starts = days.flatMap((options, day) => options.map(({ start }) => start - dayStart[day]!))
  const sorted = [...new Set(starts)].toSorted((a, b) => a - b)
  const first = (limit: number): number => sorted.find((start) => start >= limit) ?? Infinity // who may begin at all after it
  const wanted = days.flatMap((options, day) => options.map(({ end }) => first(end + rest - dayStart[day + 1]!)))
  const limits = [-Infinity, ...new Set(wanted.filter((limit) => limit > sorted[0]!).toSorted((a, b) => a - b))]
  const classOf = (limit: number): number => Math.max(0, limits.indexOf(first(limit)))
  return {
    classes: limits.length,
    limits,
    startClass: days.map((options, day) => Int16Array.from(options, ({ start }) => highestBelow(limits, start - dayStart[day]!))),
    endClass: days.map((options, day) => Int16Array.from(options, ({ end }) => classOf(end + rest - dayStart[day + 1]!))),
  }
}

function highestBelow(limits: readonly number[], start: number): number {
  let found = 0
  for (const [c, limit] of limits.entries()) if (limit <= start) found = c
  return found
}

/** The class of an evening before the plan. */
export function classAfter({ limits }: Rests, end: number, { rest, dayStart }: { rest: number; dayStart: number }): number {
  const wanted = end + rest - dayStart
  const found = limits.findIndex((limit) => limit >= wanted)
  return found < 0 ? limits.length - 1 : found
}
