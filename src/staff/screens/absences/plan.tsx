import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listAbsences, listStaff, planAbsence, type AbsenceReason, type PersonId } from '../../contract.ts'
import { ChoosePerson } from '../choose-person.tsx'
import { words } from './words.ts'

// Whole days, where the reader is: from the first midnight to the one after the last day.
const from = (day: string): string => new Date(`${day}T00:00`).toISOString()
function until(day: string): string {
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + 1) // a day may have 23 or 25 hours
  return at.toISOString()
}

export function PlanAbsence({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const { may, me } = useMe()
  const approves = may('absence.approve')
  const [person, setPerson] = useState<PersonId | null>(me?.person?.id ?? null)
  const [[first, last], setDays] = useState<[string | null, string | null]>([null, null])
  const [reason, setReason] = useState<AbsenceReason>('leave')
  const [deputy, setDeputy] = useState<PersonId | null>(null)
  const [missing, setMissing] = useState(false)
  const plan = useSend(planAbsence, {
    refetch: [listAbsences, listStaff],
    onDone: ({ state }) => {
      toast({ text: say(state === 'asked' ? 'asked' : 'planned'), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const save = () => {
    setMissing(!person || !first || !last)
    if (person && first && last)
      plan.mutate({ person_id: person, starts_at: from(first), ends_at: until(last), reason, deputy_id: deputy })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={plan.isPending} onPress={save}>
        {say(approves ? 'plan' : 'ask')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say(approves ? 'planTitle' : 'ask')} foot={foot}>
      <div className="staff-form">
        {!approves && <p className="staff-quiet">{say('askText')}</p>}
        {approves && <ChoosePerson label={say('whoIsAway')} value={person} onChange={setPerson} />}
        <div className="staff-pair">
          <DateField label={say('from')} value={first} onChange={(day) => setDays([day, last ?? day])} />
          <DateField label={say('to')} value={last} onChange={(day) => setDays([first, day])} {...(first ? { min: first } : {})} />
        </div>
        <Reason value={reason} onChange={setReason} />
        <ChoosePerson label={say('deputyThen')} hint={say('deputyThenHint')} value={deputy} onChange={setDeputy} {...(person ? { without: person } : {})} />
        {missing && <Notice tone="danger">{say('datesMissing')}</Notice>}
        {plan.error && <Failure error={plan.error} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}

export function Reason({ value, onChange }: { value: AbsenceReason; onChange: (reason: AbsenceReason) => void }) {
  const say = useWords(words)
  return (
    <Select
      label={say('reason')}
      hint={say('reasonHint')}
      value={value}
      onChange={onChange}
      options={[
        { id: 'leave', label: say('leaveReason') },
        { id: 'sickness', label: say('sickness') },
        { id: 'training', label: say('training') },
        { id: 'part_time', label: say('part_time') },
        { id: 'other', label: say('other') },
      ]}
    />
  )
}
