import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { exceptionReasons, getAdherence, getDayOf, postException, type Exception, type OneDay } from '../../contract.ts'
import { peopleWords as words } from '../people-words.ts'

/** Grants that somebody was elsewhere than planned; begins with their longest stretch of today. */
export function Grant({ day }: { day: OneDay }) {
  const say = useWords(words)
  const [hours, setHours] = useState(() => firstHours(day))
  const [reason, setReason] = useState<Exception['reason']>('technical')
  const [note, setNote] = useState('')
  const grant = useSend(postException, { refetch: [getDayOf, getAdherence], onDone: () => setNote('') })
  const instant = (time: string): string => Temporal.PlainDate.from(day.day).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(day.zone).toInstant().toString()
  return (
    <form
      className="intraday-grant"
      onSubmit={(event) => {
        event.preventDefault()
        grant.mutate({ person: day.person.id, from: instant(hours.from), to: instant(hours.to), reason, note })
      }}
    >
      <h3>{say('grant')}</h3>
      <div className="intraday-grant-hours">
        <TextField label={say('from')} type="time" value={hours.from} onChange={(from) => setHours({ ...hours, from })} />
        <TextField label={say('to')} type="time" value={hours.to} onChange={(to) => setHours({ ...hours, to })} />
        <Select label={say('reason')} value={reason} onChange={setReason} options={exceptionReasons.map((id) => ({ id, label: say(`reason_${id}`) }))} />
      </div>
      <TextField label={say('note')} maxLength={500} value={note} onChange={setNote} />
      <Button type="submit" tone="primary" busy={grant.isPending} isDisabled={hours.from === '' || hours.to <= hours.from}>{say('grantDo')}</Button>
    </form>
  )
} // prettier-ignore

function firstHours({ stretches, zone, at }: OneDay): { from: string; to: string } {
  const out = stretches.filter(({ verdict }) => verdict === 'out')
  const longest = out.toSorted((a, b) => Date.parse(b.to) - Date.parse(b.from) - (Date.parse(a.to) - Date.parse(a.from)))[0]
  const time = (moment: string): string => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
  if (longest) return { from: time(longest.from), to: time(longest.to) }
  const before = Temporal.Instant.from(at).subtract({ minutes: 15 })
  return { from: time(String(before)), to: time(at) }
} // prettier-ignore
