// Nobody can come while it is closed: what a method told of such quarters of an hour is none.
import type { SeriesAnswer } from '../contract/answer.ts'
import { quarterOf, type Span } from '../rules/quarters.ts'

type Intervals = Pick<SeriesAnswer, 'intervals'>

/** @param closed in order of time, as `closedIn` tells them */
export function whenOpen<Answer extends Intervals>(answer: Answer, closed: readonly Span[]): Answer {
  if (closed.length === 0) return answer
  let next = 0
  const intervals = answer.intervals.map((each) => {
    const quarter = quarterOf(Temporal.Instant.from(each.at))
    while (next < closed.length && closed[next]!.to <= quarter) next++ // told in order of time
    const is_closed = next < closed.length && closed[next]!.from <= quarter
    return is_closed ? { ...each, ...nobody(each) } : each
  })
  return { ...answer, intervals }
}

const nobody = ({ quantiles }: SeriesAnswer['intervals'][number]) => ({
  mean: 0,
  p10: 0,
  p50: 0,
  p90: 0,
  quantiles: Object.fromEntries(Object.keys(quantiles).map((share) => [share, 0])),
  open: false,
})
