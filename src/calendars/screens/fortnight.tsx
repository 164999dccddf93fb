import { day as dayName } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listHolidays, type Hours } from '../contract.ts'
import { daysFrom, writeRanges, type Day } from './ranges.ts'
import { weekdayName } from './wall-clock.ts'
import { words } from './words.ts'

type Shown = Pick<Hours, 'weekly' | 'exceptions' | 'holidays' | 'zone'>
const [FIRST, LAST] = [6 * 60, 22 * 60] // what a column shows; what lies outside is in its words

/** The coming fourteen days, drawn: who looks at it sees a closed Monday before reading it. */
export function Fortnight({ hours }: { hours: Shown }) {
  const now = useNow()
  const today = new Date(now).toLocaleDateString('sv-SE', { timeZone: hours.zone }) // Swedes write dates as ISO 8601 does
  const holidays = useHolidays(hours, today)
  return (
    <ol className="calendars-fortnight">
      {daysFrom(hours, today, { count: 14, holidays }).map((day) => (
        <Column key={day.day} day={day} />
      ))}
    </ol>
  )
}

function useHolidays({ holidays: region }: Shown, today: string): ReadonlyMap<string, string> {
  const spoken = useLanguage()
  const year = Number(today.slice(0, 4))
  const ask = { enabled: region !== null, staleSeconds: 3_600 }
  const first = useAsk(listHolidays, { region: region ?? 'FR', year }, ask)
  const next = useAsk(listHolidays, { region: region ?? 'FR', year: year + 1 }, ask)
  if (!region) return new Map()
  return new Map([...(first.data?.items ?? []), ...(next.data?.items ?? [])].map((holiday) => [holiday.day, holiday[spoken]]))
}

function Column({ day }: { day: Day }) {
  const say = useWords(words)
  const saying = { now: useNow(), spoken: useLanguage() }
  const text = day.ranges.length > 0 ? writeRanges(day.ranges) : say('closed')
  return (
    <li data-closed={day.ranges.length === 0 || undefined} title={text}>
      <span className="calendars-day">
        {weekdayName(day.weekday, saying.spoken, 'short')}
        <small>{dayName(`${day.day}T12:00:00Z`, saying)}</small>
      </span>
      <span className="calendars-hours" aria-hidden="true">
        {day.ranges.map(({ opens_minute: from, closes_minute: to }) => (
          <i key={from} style={{ insetBlockStart: `${share(from)}%`, blockSize: `${share(to) - share(from)}%` }} />
        ))}
      </span>
      <span className="calendars-text">
        {text}
        {day.why && <em>{day.why}</em>}
      </span>
    </li>
  )
}

const share = (minute: number): number => (Math.min(LAST, Math.max(FIRST, minute)) - FIRST) / ((LAST - FIRST) / 100)
