import { useWords } from '#ui/words'
import { words } from '../words.ts'
import type { Charted } from './forecast-chart.tsx'

type Shown = Pick<Charted, 'points' | 'events' | 'holidays' | 'outliers' | 'closed'>

/** Only what is on the picture. */
export function Legend({ points, events, holidays, outliers, closed }: Shown) {
  const say = useWords(words)
  const [from, to] = [points[0]?.from ?? 0, points.at(-1)?.to ?? 0]
  const any = (marks: readonly { from: number; to: number }[]): boolean => marks.some((mark) => mark.to > from && mark.from < to)
  const entries = [
    points.some(({ arrived }) => arrived !== null) && (['came', say('came')] as const),
    points.some(({ mean }) => mean !== null) && (['mean', say('forecast')] as const),
    points.some(({ p90 }) => p90 !== null) && (['band', say('band')] as const),
    points.some(({ mean, unadjusted }) => mean !== null && unadjusted !== null && Math.abs(mean - unadjusted) > 0.005) &&
      (['unadjusted', say('unadjusted')] as const),
    any(events) && (['event', say('event')] as const),
    any(closed) && (['closed', say('closed')] as const),
    any(holidays) && (['holiday', say('holiday')] as const),
    any(outliers) && (['odd', say('outlier')] as const),
  ]
  const minutes = points[0] ? String((points[0].to - points[0].from) / 60_000) : ''
  return (
    <ul className="forecasting-legend">
      <li>{say('unit', { minutes })}</li>
      {entries.map(
        (entry) =>
          entry && (
            <li key={entry[0]}>
              <span data-of={entry[0]} aria-hidden="true" />
              {entry[1]}
            </li>
          ),
      )}
    </ul>
  )
}
