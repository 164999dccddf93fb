import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { exact } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { cancelAbsence, goAway, listAbsences, listStaff, type AbsenceReason, type PersonId } from '../../contract.ts'
import { send } from '#ui/api'
import { refetch } from '#ui/query'
import { ChoosePerson } from '../choose-person.tsx'
import { Reason } from './plan.tsx'
import { words } from './words.ts'

type Until = 'noon' | 'evening' | 'tomorrow' | 'threeDays' | 'anotherDay'

/** Away from this moment: until when is all that must be said. */
export function GoAway({ onClose, who }: { onClose: () => void; who?: PersonId }) {
  const say = useWords(words)
  const { may, me } = useMe()
  const own = me?.person?.id ?? null
  const saying = { now: useNow(), spoken: useLanguage() }
  const [person, setPerson] = useState<PersonId | null>(who ?? own)
  const [until, setUntil] = useState<Until>('evening')
  const [last, setLast] = useState<string | null>(null)
  const [reason, setReason] = useState<AbsenceReason>('other')
  const [deputy, setDeputy] = useState<PersonId | null>(null)
  const leave = useSend(goAway, { refetch: [listAbsences, listStaff], onError: () => {} }) // shown in place
  const at = untilWhen(until, last)
  const go = () => {
    if (!person || !at) return
    leave.mutate(
      { person_id: person, until: at, reason, deputy_id: deputy },
      {
        onSuccess: ({ id }) => {
          const stay = () => void send(cancelAbsence, { id }).then(() => refetch(listAbsences, listStaff))
          toast({ text: say('gone', { until: exact(at, saying) }), tone: 'good', action: { label: say('undo'), run: stay } })
          onClose()
        },
      },
    )
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!person || !at} busy={leave.isPending} onPress={go}>
        {say('go')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('awayTitle')} foot={foot}>
      <div className="staff-form">
        <p className="staff-quiet">{say('awayText')}</p>
        {may('absence.approve') && <ChoosePerson label={say('whoIsAway')} value={person} onChange={setPerson} />}
        <Radios label={say('until')} value={until} onChange={setUntil} options={choices().map((id) => ({ id, label: say(id) }))} />
        {until === 'anotherDay' && <DateField label={say('lastDay')} value={last} onChange={setLast} min={today()} />}
        <Reason value={reason} onChange={setReason} />
        <ChoosePerson label={say('deputyThen')} hint={say('deputyThenHint')} value={deputy} onChange={setDeputy} {...(person ? { without: person } : {})} />
        {leave.error && <Failure error={leave.error} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}

const NOON = 12
const choices = (): Until[] => [
  ...(new Date().getHours() < NOON ? (['noon'] as const) : []),
  'evening',
  'tomorrow',
  'threeDays',
  'anotherDay',
]
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date()) // 2026-11-22, where the reader is

// "This evening" is the end of the day: nobody comes back to the desk in between.
function untilWhen(until: Until, last: string | null): string | null {
  const at = new Date()
  if (until === 'noon') at.setHours(NOON, 0, 0, 0)
  else if (until === 'anotherDay') {
    if (!last) return null
    const chosen = new Date(`${last}T00:00`)
    chosen.setDate(chosen.getDate() + 1)
    return chosen.toISOString()
  } else {
    at.setHours(0, 0, 0, 0)
    at.setDate(at.getDate() + { evening: 1, tomorrow: 2, threeDays: 4 }[until])
  }
  return at.toISOString()
}
