import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { PortfolioCard } from '#handovers/screens'
import { ChoosePerson } from '#staff/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice, Page, Panel, Stack } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deleteDeparture,
  getDeparture,
  listDepartures,
  putFinished,
  putInTheirPlace,
  type Departure,
  type DepartureId,
  type RestingKind,
} from '../contract.ts'
import { PassDialog } from './pass-dialog.tsx'
import { restKey, words } from './rest-words.ts'
import './cover.css'

/** The leaver's wizard: what still rests on them, to whom it goes, who has accepted, and the end. It can be left and taken up again. */
export function DeparturePage() {
  const say = useWords(words)
  const id = String(useParams({ strict: false }).id) as DepartureId // from the address; the server says when there is none
  const { data, error, refetch } = useAsk(getDeparture, { id })
  if (error && !data) return <Page title={say('departures')}><Failure error={error} onRetry={() => void refetch()} /></Page>
  if (!data) return <Page title={say('departures')}><Skeleton lines={6} /></Page>
  const over = data.finished_at !== null || data.called_off_at !== null
  return (
    <Page title={say('departureOf', { name: data.person.name })} lead={<>{say('lastDay')} <Time at={`${data.last_day}T12:00:00Z`} as="day" /></>}>
      <div className="ui-stack">
        {over ? <Notice>{say('over')}</Notice> : <Notice tone={data.left > 0 ? 'promise' : 'good'}>{say('left', { count: data.left })}</Notice>}
        {!over && <Passed departure={data} />}
        {data.resting.length > 0 && !over && (
          <Panel title={say('resting')} flush actions={<PassAll departure={data} />}>
            <ul className="cover-meanwhile">
              {data.resting.map((each) => (
                <Resting key={each.kind} departure={data} resting={each} />
              ))}
            </ul>
          </Panel>
        )}
        {data.offers.length > 0 && <Offers departure={data} />}
        {!over && <Ending departure={data} />}
      </div>
    </Page>
  )
} // prettier-ignore

function Resting({ departure, resting }: { departure: Departure; resting: RestingKind }) {
  const say = useWords(words)
  const [passing, setPassing] = useState(false)
  const { kind, count, offered, way, items } = resting
  return (
    <li>
      <div className="cover-head" data-spread>
        <strong>{say(restKey(kind))}</strong>
        <Badge tone="promise">{count}</Badge>
        <small>{say(`way_${way}`)}</small>
        {offered > 0 && <Badge tone="info">{say('waiting', { count: offered })}</Badge>}
        {count > offered && (
          <Button size="small" icon="handover" onPress={() => setPassing(true)}>
            {say(way === 'end' ? 'end' : 'passOn')}
          </Button>
        )}
      </div>
      <small>
        {items.slice(0, 5).map((item, place) => (
          <span key={item.id}>
            {place > 0 && ' · '}
            {item.path ? <Link to={item.path}>{item.name}</Link> : item.name}
          </span>
        ))}
        {count > 5 && ' …'}
      </small>
      {passing && <PassDialog departure={departure} kinds={[resting.kind]} way={resting.way} onClose={() => setPassing(false)} />}
    </li>
  )
}

// Of what was here when it began: what has passed, and what still rests on them.
function Passed({ departure: { offers, left } }: { departure: Departure }) {
  const say = useWords(words)
  const done = offers.reduce((sum, { counts }) => sum + counts.passed, 0)
  if (done === 0) return null
  return <Progress label={say('progress', { done, all: done + left })} value={done / (done + left)} />
}

/** All that is offered, in one go. */
function PassAll({ departure }: { departure: Departure }) {
  const say = useWords(words)
  const [passing, setPassing] = useState(false)
  const kinds = departure.resting.filter(({ way, count, offered }) => way === 'offer' && count > offered).map(({ kind }) => kind)
  if (kinds.length < 2) return null
  return (
    <>
      <Button size="small" tone="primary" icon="handover" onPress={() => setPassing(true)}>
        {say('passAll')}
      </Button>
      {passing && <PassDialog departure={departure} kinds={kinds} way="offer" onClose={() => setPassing(false)} />}
    </>
  )
} // prettier-ignore

function Offers({ departure }: { departure: Departure }) {
  const say = useWords(words)
  const [because, setBecause] = useState<string | null>(null)
  const accept = useSend(putInTheirPlace, { refetch: [getDeparture], onDone: () => setBecause(null) })
  const waits = departure.offers.some(({ state }) => state === 'waiting' || state === 'preparing')
  return (
    <Panel title={say('offers')}>
      <Stack>
        {departure.offers.map((offer) => (
          <PortfolioCard key={offer.id} portfolio={offer} />
        ))}
        {waits && because === null && <div className="ui-button-row"><Button onPress={() => setBecause('')}>{say('acceptAll')}</Button></div>}
        {because !== null && (
          <Stack gap={2}>
            <TextField label={say('because')} value={because} onChange={setBecause} isRequired maxLength={4000} autoFocus />
            <div className="ui-button-row">
              <Button tone="primary" isDisabled={because.trim() === ''} busy={accept.isPending} onPress={() => accept.mutate({ id: departure.id, because })}>
                {say('accept')}
              </Button>
              <Button tone="quiet" onPress={() => setBecause(null)}>
                {say('cancel')}
              </Button>
            </div>
          </Stack>
        )}
      </Stack>
    </Panel>
  )
} // prettier-ignore

function Ending({ departure }: { departure: Departure }) {
  const say = useWords(words)
  const go = useNavigate()
  const [successor, setSuccessor] = useState<PersonId | null>(null)
  const finish = useSend(putFinished, { refetch: [getDeparture, listDepartures], onDone: () => toast({ tone: 'good', text: say('finished') }) })
  const callOff = useSend(deleteDeparture, {
    refetch: [listDepartures],
    onDone: () => {
      toast({ text: say('calledOff') })
      void go({ to: '/departures' })
    },
  })
  return (
    <Panel title={say('finish')}>
      <Stack>
        <p className="cover-soft">{say(departure.may_finish ? 'finishText' : 'finishLater')}</p>
        {departure.may_finish && <ChoosePerson label={say('successor')} without={departure.person.id} value={successor} onChange={setSuccessor} />}
        <div className="ui-button-row">
          {departure.may_finish && (
            <Confirm
              tone="danger" label={say('finish')} question={say('finishQuestion')} yes={say('yesFinish')} isDisabled={!successor}
              onYes={() => successor && finish.mutate({ id: departure.id, successor })}
            />
          )}
          <Confirm tone="quiet" label={say('callOff')} question={say('callOffQuestion')} yes={say('yesCallOff')} onYes={() => callOff.mutate({ id: departure.id })} />
        </div>
      </Stack>
    </Panel>
  )
} // prettier-ignore
