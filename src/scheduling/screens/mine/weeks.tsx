import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import type { MyShifts, ShiftInForce } from '../../contract/shifts.ts'
import { dayName, wallHour } from '../planning/grid/hours.ts'
import { DayLine } from './day-line.tsx'
import { isAway, piecesOf } from './day.ts'
import { HoursLine } from './hours-line.tsx'
import { words } from './words.ts'

const HOUR = 3_600_000
type Listing = { mine: MyShifts; now: number; onGive: (shift: ShiftInForce) => void }

/** The days to come, week by week; a day off is a line too. */
export function Weeks({ mine, now, onGive }: Listing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const isOver = mine.shifts.every(({ ends_at }) => Date.parse(ends_at) <= now)
  if (isOver) return <Panel title={say('coming')}><p className="scheduling-quiet">{say('nothingComing')}</p></Panel> // prettier-ignore
  return mine.hours.map((hours) => {
    const { week } = hours
    const days = Array.from({ length: 7 }, (_, at) => Temporal.PlainDate.from(week).add({ days: at }).toString())
    const last = mine.shifts.at(-1)?.day ?? ''
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(mine.zone).toPlainDate().toString()
    const shown = days.filter((day) => day >= today && (day <= last || last >= week))
    if (shown.length === 0) return null
    return (
      <Panel key={week} title={say('weekOf', { day: dayName(week, spoken, 'short') })}>
        <HoursLine hours={hours} />
        <ul className="scheduling-days">
          {shown.map((day) => (
            <Day key={day} day={day} shifts={mine.shifts.filter((shift) => shift.day === day)} zone={mine.zone} now={now} soonest={now + mine.swap_closes_hours * HOUR} onGive={onGive} />
          ))}
        </ul>
      </Panel>
    )
  })
} // prettier-ignore

type OfDay = {
  day: string
  shifts: readonly ShiftInForce[]
  zone: string
  now: number
  soonest: number
  onGive: (shift: ShiftInForce) => void
}

function Day({ day, shifts, zone, now, soonest, onGive }: OfDay) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (shifts.length === 0)
    return (
      <li data-free="">
        <strong>{dayName(day, spoken, 'short')}</strong>
        <span className="scheduling-quiet">{say('free')}</span>
      </li>
    )
  return shifts.map((shift) => isAway(shift) ? (
    <li key={shift.id} data-free="">
      <strong>{dayName(day, spoken, 'short')}</strong>
      <span className="scheduling-quiet">{say('awayAll', { from: wallHour(Date.parse(shift.starts_at), zone), to: wallHour(Date.parse(shift.ends_at), zone) })}</span>
    </li>
  ) : (
    <li key={shift.id}>
      <strong>{dayName(day, spoken, 'short')}</strong>
      <span>
        {wallHour(Date.parse(shift.starts_at), zone)} – {wallHour(Date.parse(shift.ends_at), zone)}
        {shift.site && <small className="scheduling-quiet"> {say('site', { site: shift.site })}</small>}
        {shift.note && <small className="scheduling-quiet"> {shift.note}</small>}
      </span>
      {Date.parse(shift.starts_at) > soonest ? (
        <Button icon="refresh" size="small" tone="quiet" aria-label={say('swapOf', { day: dayName(day, spoken) })} onPress={() => onGive(shift)}>{say('swap')}</Button>
      ) : (
        Date.parse(shift.starts_at) > now && <small className="scheduling-quiet">{say('swapClosed')}</small>
      )}
      <DayLine pieces={piecesOf(shift)} now={now} zone={zone} />
    </li>
  ))
} // prettier-ignore
