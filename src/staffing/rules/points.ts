// A fortnight of a group has hundreds of intervals, and many of them are as good as alike: they are put together in points, and each point is simulated
// once. Pure.
import type { Coming, DayAsk } from './moments.ts'
import { busyOf, rounded } from './moments.ts'

export type Point = { key: string; coming: Coming[]; busy: number }
export type Points = { points: Point[]; placeOf: (coming: readonly Coming[]) => number } // place in `points`; −1: nobody comes

const MOST_POINTS = 64
const FIRST_WIDTH = 0.05 // loads that differ by less are the same
const WIDENED_BY = 1.15
const MOST_WIDTH = 10 // beyond, nothing more falls together: then there are more points
const SMALL_BUSY = 0.5 // below this many busy people, loads are told apart by steps of a person and not by shares of what they are
const FIRST_STEP = 0.1 // of a person
const MIX = 4 // what each stream is of the whole is told apart so many times less finely than the whole,
const HANDLING = 6 // and how long its contacts take so many times

/**
 * The points of some days, from the least busy to the busiest; the more there would be, the wider each is. How many people all streams together keep busy
 * is what counts most and is told apart most finely; how they share it less. What is played for a point is the mean of those that fall into it, so that
 * a little of many streams stays a little.
 */
export function pointsOf(asks: readonly DayAsk[]): Points {
  const all = asks.flatMap(({ coming }) => coming.flatMap(({ mean, p90 }) => [mean, p90])).filter((coming) => coming.length > 0)
  for (let width = FIRST_WIDTH; ; width *= WIDENED_BY) {
    const found = Map.groupBy(all, (coming) => keyOf(coming, width))
    if (found.size > MOST_POINTS && width < MOST_WIDTH) continue
    const points = [...found].map(([key, alike]) => pointOf(key, alike)).toSorted((a, b) => a.busy - b.busy)
    const places = new Map(points.map(({ key }, place) => [key, place]))
    return { points, placeOf: (coming) => (coming.length === 0 ? -1 : (places.get(keyOf(coming, width)) ?? -1)) }
  }
}

const allBusy = (coming: readonly Coming[]): number => coming.reduce((sum, each) => sum + busyOf(each), 0)

function keyOf(coming: readonly Coming[], width: number): string {
  const busy = allBusy(coming)
  const whole = busy < SMALL_BUSY ? Math.round(busy / ((FIRST_STEP * width) / FIRST_WIDTH)) : `~${onGrid(busy, width)}`
  const parts = coming.map((each) => {
    const share = Math.round(busyOf(each) / busy / (MIX * width))
    return `${each.stream} ${share} ${onGrid(each.handling_s, HANDLING * width)} ${each.patience_s}`
  })
  return [whole, ...parts].join('\n')
}

// All of them have the same streams, in the same order, with the same patience.
function pointOf(key: string, alike: readonly (readonly Coming[])[]): Point {
  const coming = alike[0]!.map((first, place): Coming => {
    const contacts = alike.reduce((sum, each) => sum + each[place]!.contacts_per_hour, 0)
    const busy = alike.reduce((sum, each) => sum + busyOf(each[place]!), 0)
    return { ...first, contacts_per_hour: rounded(contacts / alike.length), handling_s: rounded((busy * 3_600) / contacts) }
  })
  return { key, coming, busy: allBusy(coming) }
}

const onGrid = (value: number, width: number): number => {
  const step = Math.log1p(width)
  return rounded(Math.exp(Math.round(Math.log(value) / step) * step))
}
