import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { cancelAbsence, listAbsences, listStaff, type Absence } from '../../contract.ts'
import { Strip } from '../strip.tsx'
import { GoAway } from './go-away.tsx'
import { PlanAbsence } from './plan.tsx'
import { useAbsenceLine } from './absence-line.ts'
import { words } from './words.ts'

export function Absences() {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(listAbsences, { limit: 200 })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  const waiting = data.items.filter(({ may }) => may.approve)
  const others = data.items.filter(({ may }) => !may.approve)
  if (data.items.length === 0)
    return (
      <Panel>
        <Empty drawing="calm" title={say('nobodyAway')} action={<Deeds />}>
          {say('nobodyAwayText')}
        </Empty>
      </Panel>
    )
  return (
    <div className="ui-stack">
      {waiting.length > 0 && (
        <Panel title={say('toAnswer')} flush>
          <p className="staff-absences-lead">{say('toAnswerText')}</p>
          <Rows absences={waiting} />
        </Panel>
      )}
      <Panel title={say('strip')} actions={<Deeds />}>
        <Strip absences={data.items} />
      </Panel>
      {others.length > 0 && (
        <Panel title={say('all')} flush>
          <Rows absences={others} />
        </Panel>
      )}
    </div>
  )
}

// `now` in the address opens the dialog: the menu of the seat and the palette lead here.
function Deeds() {
  const say = useWords(words)
  const { may } = useMe()
  const navigate = useNavigate()
  const { now } = useSearch({ strict: false })
  const [open, setOpen] = useState<'plan' | 'now' | null>(now ? 'now' : null)
  const close = () => {
    setOpen(null)
    if (now) void navigate({ to: '.', search: { tab: 'absences' } as never, replace: true }) // the page's own search, see rooms.tsx
  }
  return (
    <span className="ui-button-row">
      <Button icon="out" onPress={() => setOpen('now')}>
        {say('now')}
      </Button>
      <Button tone="primary" icon="plus" onPress={() => setOpen('plan')}>
        {say(may('absence.approve') ? 'plan' : 'ask')}
      </Button>
      {open === 'plan' && <PlanAbsence onClose={close} />}
      {open === 'now' && <GoAway onClose={close} />}
    </span>
  )
}

const Rows = ({ absences }: { absences: readonly Absence[] }) => (
  <ul className="staff-absences">
    {absences.map((absence) => (
      <One key={absence.id} absence={absence} />
    ))}
  </ul>
)

function One({ absence }: { absence: Absence }) {
  const say = useWords(words)
  const { detail, isUnderWay } = useAbsenceLine(absence)
  return (
    <li className="staff-absence">
      <Face person={{ id: absence.person_id, name: absence.person_name }} detail={detail} size={36} />
      <span className="staff-absence-state">
        {absence.state === 'asked' && <Badge tone="promise">{say('stateAsked')}</Badge>}
        {absence.sudden && <Badge tone="info">{say('sudden')}</Badge>}
        {isUnderWay && <Badge tone="accent">{say('underWay')}</Badge>}
      </span>
      {absence.may.approve ? (
        <ButtonLink size="small" tone="primary" href={`/desk/absences/${absence.id}`}>
          {say('seeAndAnswer')}
        </ButtonLink>
      ) : (
        absence.may.edit && <End absence={absence} isUnderWay={isUnderWay} />
      )}
    </li>
  )
}

/** What is to come is cancelled; what is under way ends now. */
export function End({ absence, isUnderWay }: { absence: Absence; isUnderWay: boolean }) {
  const say = useWords(words)
  const name = absence.person_name
  const cancel = useSend(cancelAbsence, {
    refetch: [listAbsences, listStaff],
    onDone: () => toast({ text: isUnderWay ? say('isBack', { name }) : say('cancelled') }),
  })
  const asking = isUnderWay
    ? { label: say('back'), question: say('backQuestion', { name }), yes: say('yesBack') }
    : { label: say('cancelAbsence'), question: say('cancelQuestion', { name }), yes: say('yesCancel') }
  return <Confirm size="small" tone="quiet" {...asking} onYes={() => cancel.mutate({ id: absence.id })} />
}
