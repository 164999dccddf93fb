// What a day of work asks of the next. Beginnings of the day after are cut into classes: how late one must begin after having ended so late. Because
// a weekly rest is a whole day and the daily rest (24 + 11 h in France), the same classes say whether a single day off gives it.
import type { Catalog } from './person.ts'

export type Rests = {
  classes: number
  startClass: readonly Int16Array[] // by day and option: it may follow an evening of this class or a lower one
  endClass: readonly Int16Array[] // by day and option: the class of evening it makes
  limits: readonly number[] // earliest beginning after an evening of each class, in slots since midnight of the next day; class 0 asks nothing
  past: readonly boolean[] // by class: work went on after midnight, so the day after is not wholly free
}

/** So much rest from an evening on: the earliest beginning of the morning after, in slots since its midnight. */
export const askedOf = (end: number, rest: number, nextMidnight: number): number => end + rest - nextMidnight

type Asked = { rest: number; dayStart: Int32Array; owed: readonly number[] }

/**
 * @param asked.rest least slots between two days
 * @param asked.dayStart first slot of each day
 * @param asked.owed what shifts that are not of the catalog ask of mornings (see `owedBy`)
 */
export function restsOf({ days }: Catalog, { rest, dayStart, owed }: Asked): Rests {
  const starts = days.flatMap((options, day) => options.map(({ start }) => start - dayStart[day]!))
  const sorted = [...new Set(starts)].toSorted((a, b) => a - b)
  const first = (limit: number): number => sorted.find((start) => start >= limit) ?? Infinity // who may begin at all after it
  const evenings = days.map((options, day) => options.map(({ end }) => askedOf(end, rest, dayStart[day + 1]!)))
  const known = new Map<string, { limit: number; past: boolean }>()
  for (const asked of [...evenings.flat(), ...owed]) {
    const kind = { limit: first(asked), past: asked > rest }
    if (kind.past || kind.limit > sorted[0]!) known.set(`${kind.limit} ${kind.past}`, kind)
  }
  const kinds = [{ limit: -Infinity, past: false }, ...[...known.values()].toSorted((a, b) => a.limit - b.limit || Number(a.past) - Number(b.past))]
  const rests = { limits: kinds.map(({ limit }) => limit), past: kinds.map(({ past }) => past) }
  const classOf = (asked: number): number =>
    Math.max(0, kinds.findIndex(({ limit, past }) => limit === first(asked) && past === asked > rest))
  return {
    ...rests,
    classes: kinds.length,
    startClass: days.map((options, day) => Int16Array.from(options, ({ start }) => highestBelow(rests.limits, start - dayStart[day]!))),
    endClass: evenings.map((ends) => Int16Array.from(ends, classOf)),
  }
} // prettier-ignore

/** The highest class of evening after which one may begin then. @param start in slots since midnight */
export function highestBelow(limits: readonly number[], start: number): number {
  let found = 0
  for (const [c, limit] of limits.entries()) if (limit <= start) found = c
  return found
}

type Evening = { end: number; rest: number; dayStart: number } // dayStart: of the morning after

/** The class of an evening that is not of the catalog; one that its frame knows of (`owedBy`) is told exactly, another as what asks more. */
export function classAfter({ limits, past }: Rests, { end, rest, dayStart }: Evening): number {
  const asked = askedOf(end, rest, dayStart)
  const found = limits.findIndex((limit, c) => limit >= asked && past[c] === asked > rest)
  return found < 0 ? limits.length - 1 : found
}
