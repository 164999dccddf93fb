import { useParams } from '@tanstack/react-router'
import { useState, type ComponentType, type ReactNode } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { freshOn } from '#ui/live'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  approveAbsence,
  declineAbsence,
  getAbsence,
  listAbsences,
  listStaff,
  type Absence,
  type AbsenceId,
} from '../../contract.ts'
import { useAllPeople } from '../all-people.ts'
import { End } from './list.tsx'
import { useAbsenceLine } from './absence-line.ts'
import { words } from './words.ts'
import '../staff.css'

freshOn(['staff.absence_asked', 'staff.absence_planned', 'staff.absence_declined', 'staff.absence_cancelled'], [getAbsence])

/** One absence: what is asked, what rooms above know of who covers what (`Plan`), and the answer. */
export function AbsencePage({ Plan }: { Plan?: ComponentType<{ absence: Absence; decline?: ReactNode }> }) {
  const say = useWords(words)
  const id = String(useParams({ strict: false }).id) as AbsenceId // from the address; the server says when there is none
  const { data, error, refetch } = useAsk(getAbsence, { id })
  const all = (
    <ButtonLink icon="calendar" href="/desk/staff?tab=absences">
      {say('toStaff')}
    </ButtonLink>
  )
  return (
    <Page title={data ? say('absenceOf', { name: data.person_name }) : say('absence')} actions={all}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <div className="ui-stack">
          <What absence={data} answers={!Plan} />
          {Plan && <Plan absence={data} decline={data.may.approve && <Answer absence={data} approves={false} />} />}
        </div>
      )}
    </Page>
  )
}

const tones = { asked: 'promise', approved: 'good', declined: 'danger' } as const
const states = { asked: 'stateAsked', approved: 'stateApproved', declined: 'stateDeclined' } as const

// With a plan of who covers what, the answer stands in it.
function What({ absence, answers }: { absence: Absence; answers: boolean }) {
  const say = useWords(words)
  const { when, reason, isUnderWay } = useAbsenceLine(absence)
  const deputy = useAllPeople().find(({ id }) => id === absence.deputy_id)
  const facts = [
    { term: say('when'), text: when },
    ...(reason ? [{ term: say('reason'), text: reason }] : []),
    ...(deputy ? [{ term: say('deputyThen'), text: <Face person={{ id: deputy.id, name: deputy.name }} /> }] : []),
    {
      term: say('state'),
      text: (
        <span className="staff-absence-state">
          <Badge tone={tones[absence.state]}>{say(states[absence.state])}</Badge>
          {absence.sudden && <Badge tone="info">{say('sudden')}</Badge>}
          {isUnderWay && <Badge tone="accent">{say('underWay')}</Badge>}
          {absence.answered_by && absence.answered_at && !absence.sudden && (
            <small>
              {say('answeredBy', { name: absence.answered_by.name })}, <Time at={absence.answered_at} />
            </small>
          )}
        </span>
      ),
    },
    ...(absence.because ? [{ term: say('why'), text: absence.because }] : []),
  ]
  return (
    <Panel>
      <div className="staff-form">
        <Face person={{ id: absence.person_id, name: absence.person_name }} size={56} />
        <dl className="staff-facts">
          {facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {answers && absence.may.approve && <Answer absence={absence} approves />}
        {absence.may.edit && !absence.may.approve && <End absence={absence} isUnderWay={isUnderWay} />}
      </div>
    </Panel>
  )
}

function Answer({ absence, approves }: { absence: Absence; approves: boolean }) {
  const say = useWords(words)
  const { id, version, person_name: name } = absence
  const [declining, setDeclining] = useState(false)
  const stale = [getAbsence, listAbsences, listStaff]
  const approve = useSend(approveAbsence, {
    refetch: stale,
    onDone: () => void toast({ text: say('approved', { name }), tone: 'good' }),
  })
  return (
    <>
      <div className="ui-button-row">
        {approves && (
          <Button tone="primary" icon="check" busy={approve.isPending} onPress={() => approve.mutate({ id, version })}>
            {say('approve')}
          </Button>
        )}
        <Button onPress={() => setDeclining(true)}>{say('decline')}</Button>
      </div>
      {declining && <Decline absence={absence} onClose={() => setDeclining(false)} />}
    </>
  )
}

function Decline({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const say = useWords(words)
  const { id, version, person_name: name } = absence
  const [because, setBecause] = useState('')
  const decline = useSend(declineAbsence, {
    refetch: [getAbsence, listAbsences],
    onDone: () => {
      toast({ text: say('declined', { name }) })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="danger" isDisabled={because.trim() === ''} busy={decline.isPending} onPress={() => decline.mutate({ id, version, because })}>
        {say('decline')}
      </Button>
    </>
  ) // prettier-ignore
  return (
    <Dialog open onClose={onClose} title={say('declineTitle')} foot={foot} size="small">
      <div className="staff-form">
        <TextArea label={say('because')} hint={say('becauseHint', { name })} autoFocus value={because} onChange={setBecause} maxLength={500} />
        {decline.error && <Failure error={decline.error} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}
