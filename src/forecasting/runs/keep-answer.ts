// What the thread said of a stream becomes rows: the race and why, the figures by day, what was strange.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { SeriesAnswer } from '../contract/answer.ts'
import type { Stream } from '../contract/streams.ts'
import { dayOf, placeInDay, quarterOf, QUARTERS_A_DAY } from '../rules/quarters.ts'
import { deleteFaded, putOutliers } from '../store/outlier.ts'
import type { ForecastQuarters } from '../store/publication.ts'
import { putForecast, putStream, type RunRow, type Told } from '../store/run.ts'

const OUTLIERS_OF_WEEKS = 26 // older ones were decided on long ago, or never mattered
const MOST_OUTLIERS = 100
const MOST_GAPS = 200

export async function keepAnswer(
  work: Work,
  run: RunRow,
  { stream, answer }: { stream: Stream; answer: SeriesAnswer },
): Promise<void> {
  await putStream(work, {
    run: run.id, ...stream, told: toldOf(answer), patience_s: patienceOf(answer), spread: answer.spread,
  }) // prettier-ignore
  await putForecast(work, { run: run.id, ...stream, days: daysOf(answer) })
  await keepOutliers(work, run, { stream, answer })
}

function toldOf({ chosen, why, race, tried_on, known, coverage, gaps, effects, notes }: SeriesAnswer): Told {
  return {
    chosen, why, race, tried_on, known, effects, notes,
    coverage: coverage.map(({ quantile, below }) => ({ quantile, below })), gaps: gaps.slice(0, MOST_GAPS),
  } // prettier-ignore
}

const patienceOf = ({ patience }: SeriesAnswer): number | null =>
  patience?.mean_s && patience.mean_s > 0 ? patience.mean_s : null

function daysOf({ intervals }: SeriesAnswer): { day: string; quarters: ForecastQuarters }[] {
  const empty = (): (number | null)[] => Array.from({ length: QUARTERS_A_DAY }, () => null)
  const days = new Map<string, Record<keyof ForecastQuarters, (number | null)[]>>()
  for (const { at, mean, p10, p50, p90, handled_s } of intervals) {
    const quarter = quarterOf(Temporal.Instant.from(at))
    const day = days.get(dayOf(quarter)) ?? { mean: empty(), p10: empty(), p50: empty(), p90: empty(), handling_s: empty() }
    days.set(dayOf(quarter), day)
    const place = placeInDay(quarter)
    for (const [name, value] of Object.entries({
      mean,
      p10: p10 ?? mean,
      p50: p50 ?? mean,
      p90: p90 ?? mean,
      handling_s: handled_s,
    }))
      day[name as keyof ForecastQuarters][place] = value === null ? null : Math.round(value * 1_000) / 1_000 // the names of the literal above
  }
  return [...days].map(([day, quarters]) => ({ day, quarters }))
}

async function keepOutliers(
  work: Work,
  run: RunRow,
  { stream, answer }: { stream: Stream; answer: SeriesAnswer },
): Promise<void> {
  const since = run.from_at.subtract({ hours: 24 * 7 * OUTLIERS_OF_WEEKS })
  const recent = answer.outliers.filter(({ from }) => Temporal.Instant.compare(Temporal.Instant.from(from), since) >= 0)
  const worst = recent.toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, MOST_OUTLIERS)
  await deleteFaded(work, { ...stream, since })
  await putOutliers(
    work,
    worst.map(({ from, to, seen, expected, score }) => ({
      id: newId(work.now), ...stream, from_at: Temporal.Instant.from(from), to_at: Temporal.Instant.from(to), arrived: seen, expected: Math.max(0, expected), score,
    })),
  ) // prettier-ignore
}
