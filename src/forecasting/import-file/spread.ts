// Intervals of any length put into quarters of an hour. A longer one is spread evenly, shorter ones are added.
import { QUARTER_MS } from '../rules/quarters.ts'

export type Interval = {
  line: number
  arrived: number | null
  answered: number | null
  gave_up: number | null
  handled_s: number | null // mean
  waited_s: number | null // mean
}
// arrived, answered, gave up, measured, seconds handled, seconds waited
type Sums = (number | null)[]
const WHOLE = 0.999

/**
 * By quarter. `zero`: between the first and the last line nobody came in intervals without one; `gap`: nobody knows, and a quarter of which only a part
 * is known is left out.
 */
export function spreadOver(
  intervals: ReadonlyMap<number, Interval>,
  length_ms: number,
  missing: 'gap' | 'zero',
): Map<number, Sums> {
  const known = new Map<number, { share: number; sums: Sums }>()
  for (const [at, interval] of intervals) {
    if (interval.arrived === null) continue
    for (let quarter = Math.floor(at / QUARTER_MS); quarter * QUARTER_MS < at + length_ms; quarter++) {
      const overlap = Math.min(at + length_ms, (quarter + 1) * QUARTER_MS) - Math.max(at, quarter * QUARTER_MS)
      const own = known.get(quarter) ?? { share: 0, sums: [0, null, null, 0, null, null] }
      own.share += overlap / QUARTER_MS
      own.sums = own.sums.map((sum, i) => plus(sum, partsOf(interval)[i]!, overlap / length_ms))
      known.set(quarter, own)
    }
  }
  const found = new Map(
    [...known]
      .filter(([, { share }]) => missing === 'zero' || share >= WHOLE)
      .map(([quarter, { sums }]) => [quarter, sums.map(tidy)]),
  )
  if (missing === 'zero') fillUp(found, intervals)
  return found
}

const plus = (sum: number | null, value: number | null, share: number): number | null =>
  value === null ? sum : (sum ?? 0) + value * share
const tidy = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 1_000)

function partsOf({ arrived, answered, gave_up, handled_s, waited_s }: Interval): Sums {
  const measured = handled_s === null ? 0 : (answered ?? arrived ?? 0)
  return [
    arrived,
    answered,
    gave_up,
    measured,
    handled_s === null ? null : handled_s * measured,
    waited_s === null ? null : waited_s * ((answered ?? arrived ?? 0) + (gave_up ?? 0)),
  ]
}

// What a line says is not known stays so.
function fillUp(found: Map<number, Sums>, intervals: ReadonlyMap<number, Interval>): void {
  const quarters = [...found.keys()]
  const unknown = new Set([...intervals].flatMap(([at, { arrived }]) => (arrived === null ? [Math.floor(at / QUARTER_MS)] : [])))
  const [first, last] = quarters.reduce(
    ([a, b], quarter) => [Math.min(a, quarter), Math.max(b, quarter)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  for (let quarter = first; quarter <= last; quarter++)
    if (!found.has(quarter) && !unknown.has(quarter)) found.set(quarter, [0, 0, 0, 0, 0, 0])
}
