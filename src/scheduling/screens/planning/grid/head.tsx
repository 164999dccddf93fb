import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { dayName, wallHour } from './hours.ts'
import { hourLines } from './paint.ts'
import { atX, type Timeline } from './timeline.ts'
import { gridWords } from './words.ts'

type Heading = { timeline: Timeline; today: string; onDay?: (day: string) => void }

/** The days, and the hours of one, above the rows. A day leads to itself. */
export function GridHead({ timeline, today, onDay }: Heading) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  return (
    <div role="rowgroup" className="scheduling-head">
      <div role="row" aria-rowindex={1} className="scheduling-head-row">
        <div role="columnheader" aria-colindex={1} className="scheduling-corner">
          {say('person')}
        </div>
        {timeline.days.map(({ day, x, width }, at) => (
          <div
            key={day}
            role="columnheader"
            aria-colindex={at + 2}
            className="scheduling-day"
            data-today={day === today || undefined}
            style={{ left: x, inlineSize: width }}
          >
            {onDay && timeline.view !== 'day' ? (
              <button type="button" onClick={() => onDay(day)} tabIndex={-1}>
                <span aria-hidden="true">{dayName(day, spoken, timeline.view === 'month' ? 'tiny' : 'short')}</span>
                <span className="unseen">{dayName(day, spoken)}</span>
              </button>
            ) : (
              <span className="unseen">{dayName(day, spoken)}</span>
            )}
          </div>
        ))}
        {timeline.view === 'day' && <Hours timeline={timeline} />}
      </div>
    </div>
  )
}

const Hours = ({ timeline }: { timeline: Timeline }) => (
  <div className="scheduling-hours" aria-hidden="true">
    {hourLines(timeline).map((x) => (
      <span key={x} style={{ left: x }}>
        {wallHour(Math.round(atX(timeline, x + 1) / 3_600_000) * 3_600_000, timeline.zone)}
      </span>
    ))}
  </div>
)
