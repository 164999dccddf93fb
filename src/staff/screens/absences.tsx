import { useState } from 'react'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { cancelAbsence, listAbsences, listStaff, type Absence } from '../contract.ts'
import { useAllPeople } from './all-people.ts'
import { PlanAbsence } from './plan-absence.tsx'
import { Strip } from './strip.tsx'
import { words } from './words.ts'

const reasons = {
  leave: 'leaveReason',
  sickness: 'sickness',
  training: 'training',
  part_time: 'part_time',
  other: 'other',
} as const

export function Absences() {
  const say = useWords(words)
  const [planning, setPlanning] = useState(false)
  const { data, error, refetch } = useAsk(listAbsences, { limit: 200 })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  const plan = (
    <Button tone="primary" icon="plus" onPress={() => setPlanning(true)}>
      {say('plan')}
    </Button>
  )
  return (
    <>
      {data.items.length === 0 ? (
        <Panel>
          <Empty drawing="calm" title={say('nobodyAway')} action={plan}>
            {say('nobodyAwayText')}
          </Empty>
        </Panel>
      ) : (
        <div className="ui-stack">
          <Panel title={say('strip')} actions={plan}>
            <Strip absences={data.items} />
          </Panel>
          <Panel flush>
            <ul className="staff-absences">
              {data.items.map((absence) => (
                <One key={absence.id} absence={absence} />
              ))}
            </ul>
          </Panel>
        </div>
      )}
      {planning && <PlanAbsence onClose={() => setPlanning(false)} />}
    </>
  )
}

function One({ absence }: { absence: Absence }) {
  const say = useWords(words)
  const saying = { now: useNow(), spoken: useLanguage() }
  const names = new Map(useAllPeople().map(({ id, name }) => [id, name]))
  const cancel = useSend(cancelAbsence, { refetch: [listAbsences, listStaff], onDone: () => toast({ text: say('cancelled') }) })
  const last = new Date(Date.parse(absence.ends_at) - 1).toISOString() // it ends before its end
  const deputy = absence.deputy_id && names.get(absence.deputy_id)
  const detail = [
    `${day(absence.starts_at, saying)} – ${day(last, saying)}`,
    absence.reason && say(reasons[absence.reason]),
    deputy && say('standsIn', { name: deputy }),
  ]
  return (
    <li className="staff-absence">
      <Face person={{ id: absence.person_id, name: absence.person_name }} detail={detail.filter(Boolean).join(' · ')} size={36} />
      <Confirm
        size="small" tone="quiet" label={say('cancelAbsence')} question={say('cancelQuestion', { name: absence.person_name })} yes={say('yesCancel')}
        onYes={() => cancel.mutate({ id: absence.id })}
      />
    </li>
  ) // prettier-ignore
}
