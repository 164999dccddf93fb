// A fortnight of a group has hundreds of intervals, and many of them are as good as alike: they are put together in points, and each point is simulated
// once. Pure.
import type { Coming, DayAsk } from './moments.ts'
import { busyOf, rounded } from './moments.ts'

export type Point = { key: string; coming: Coming[]; busy: number }
export type Points = { points: Point[]; placeOf: (coming: readonly Coming[]) => number } // place in `points`; −1: nobody comes

const MOST_POINTS = 64
const FIRST_WIDTH = 0.05 // loads that differ by less are the same
const WIDENED_BY = 1.3
const SMALL_BUSY = 0.5 // below this many busy people, loads are told apart by steps of a person, not by shares of what they are
const FIRST_STEP = 0.1 // of a person
const LITTLE = 0.02 // of a person: what less than half a step is taken for
const MOST_WIDTH = 10 // beyond, nothing more falls together: then there are more points

/** The points of some days, from the least busy to the busiest; the more there would be, the wider each is. */
export function pointsOf(asks: readonly DayAsk[]): Points {
  const all = asks.flatMap(({ coming }) => coming.flatMap(({ mean, p90 }) => [mean, p90])).filter((coming) => coming.length > 0)
  for (let width = FIRST_WIDTH; ; width *= WIDENED_BY) {
    const found = new Map<string, Point>()
    for (const coming of all) {
      const point = pointAt(coming, width)
      if (!found.has(point.key)) found.set(point.key, point)
      if (found.size > MOST_POINTS && width < MOST_WIDTH) break
    }
    if (found.size > MOST_POINTS && width < MOST_WIDTH) continue
    const points = [...found.values()].toSorted((a, b) => a.busy - b.busy)
    const places = new Map(points.map(({ key }, place) => [key, place]))
    return { points, placeOf: (coming) => (coming.length === 0 ? -1 : (places.get(pointAt(coming, width).key) ?? -1)) }
  }
}

// Everything of a stream that is alike is said by the middle of where it falls.
function pointAt(coming: readonly Coming[], width: number): Point {
  const middles = coming.map((each): Coming => {
    const handling_s = onGrid(each.handling_s, width)
    const busy = busyOf(each)
    const middle = busy < SMALL_BUSY ? stepped(busy, (FIRST_STEP * width) / FIRST_WIDTH) : onGrid(busy, width)
    return { ...each, handling_s, contacts_per_hour: rounded((middle * 3_600) / handling_s) }
  })
  const key = middles.map(({ stream, contacts_per_hour, handling_s, patience_s }) => `${stream} ${contacts_per_hour} ${handling_s} ${patience_s}`).join('\n') // prettier-ignore
  return { key, coming: middles, busy: middles.reduce((sum, each) => sum + busyOf(each), 0) }
}

// A little of many streams must not add up to people: what is less than half a step is taken for a little, and not for a whole one.
const stepped = (busy: number, step: number): number => rounded(Math.min(SMALL_BUSY, Math.round(busy / step) * step) || LITTLE)

const onGrid = (value: number, width: number): number => {
  const step = Math.log1p(width)
  return rounded(Math.exp(Math.round(Math.log(value) / step) * step))
}
