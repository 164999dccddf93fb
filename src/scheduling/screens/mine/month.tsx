import { useState } from 'react'
import { ButtonRow, IconButton } from '#ui/button'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listMyShifts, type ShiftInForce } from '../../contract/shifts.ts'
import { dayName, wallHour } from '../planning/grid/hours.ts'
import { isAway } from './day.ts'
import { words } from './words.ts'

const WEEKS = 6

/** A month at a glance, also one that is over: when each day begins and ends. */
export function Month({ zone, now }: { zone: string; now: number }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const [month, setMonth] = useState(() => today.with({ day: 1 }))
  const first = month.subtract({ days: month.dayOfWeek - 1 })
  const asked = useAsk(listMyShifts, { from: first.toString(), days: 7 * WEEKS })
  const shifts = Map.groupBy(asked.data?.shifts ?? [], ({ day }) => day)
  const name = month.toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric' })
  const weeks = Array.from({ length: WEEKS }, (_, week) => Array.from({ length: 7 }, (__, day) => first.add({ days: 7 * week + day }))).filter(([monday]) => Temporal.PlainDate.compare(monday!, month.add({ months: 1 })) < 0)
  return (
    <Panel
      title={name.slice(0, 1).toUpperCase() + name.slice(1)}
      actions={
        <ButtonRow>
          <IconButton icon="left" size="small" label={say('monthBefore')} onPress={() => setMonth(month.subtract({ months: 1 }))} />
          <IconButton icon="right" size="small" label={say('monthAfter')} onPress={() => setMonth(month.add({ months: 1 }))} />
        </ButtonRow>
      }
    >
      {asked.error ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : asked.isPending ? <Skeleton lines={6} kind="rows" /> : (
        <table className="scheduling-month">
          <thead>
            <tr>
              {weeks[0]!.map((day) => (
                <th key={day.dayOfWeek} scope="col"><abbr title={day.toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long' })}>{day.toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'narrow' })}</abbr></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((days) => (
              <tr key={days[0]!.toString()}>
                {days.map((day) => (
                  <OneDay key={day.toString()} day={day} shifts={shifts.get(day.toString()) ?? []} zone={zone} isToday={day.equals(today)} isOutside={day.month !== month.month} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
} // prettier-ignore

type OfDay = { day: Temporal.PlainDate; shifts: readonly ShiftInForce[]; zone: string; isToday: boolean; isOutside: boolean }
function OneDay({ day, shifts, zone, isToday, isOutside }: OfDay) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <td aria-current={isToday ? 'date' : undefined} data-outside={isOutside || undefined} data-works={shifts.length > 0 || undefined}>
      <b aria-hidden="true">{day.day}</b>
      <span className="unseen">{dayName(day.toString(), spoken)}: {shifts.length === 0 && say('free')}</span>
      {shifts.map((shift) =>
        isAway(shift) ? <i key={shift.id} title={say('away')}>{say('awayShort')}</i> : (
          <span key={shift.id}>
            {wallHour(Date.parse(shift.starts_at), zone)} <span className="scheduling-month-end">{wallHour(Date.parse(shift.ends_at), zone)}</span>
          </span>
        ),
      )}
    </td>
  )
} // prettier-ignore
