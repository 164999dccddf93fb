import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { DateField } from '#ui/date'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listDepartures, postDeparture } from '../contract.ts'
import { words } from './words.ts'
import './cover.css'

/** Who is about to leave, and beginning a departure. */
export function DeparturesPage() {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(listDepartures, {})
  return (
    <Page title={say('departures')} lead={say('departuresLead')}>
      <div className="ui-stack">
        <Begin />
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={3} kind="rows" />}
        {data?.items.length === 0 && (
          <Panel>
            <Empty drawing="calm" title={say('noDepartures')}>
              {say('noDeparturesText')}
            </Empty>
          </Panel>
        )}
        {data && data.items.length > 0 && (
          <Panel flush>
            <ul className="cover-meanwhile">
              {data.items.map(({ id, person, last_day }) => (
                <li key={id} className="cover-head">
                  <Person person={person} />
                  <span>
                    {say('lastDay')} <Time at={`${last_day}T12:00:00Z`} as="day" />
                  </span>
                  <Link to={`/departures/${id}`}>{say('open')}</Link>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </Page>
  )
}

function Begin() {
  const say = useWords(words)
  const go = useNavigate()
  const { person: asked } = useSearch({ strict: false })
  const [person, setPerson] = useState<PersonId | null>(typeof asked === 'string' ? (asked as PersonId) : null) // from the address; the server knows whether it is one
  const [day, setDay] = useState<string | null>(null)
  const begin = useSend(postDeparture, { refetch: [listDepartures], onDone: ({ id }) => void go({ to: `/departures/${id}` }), onError: () => {} }) // shown in place
  return (
    <Panel title={say('begin')}>
      <div className="cover-begin">
        <ChoosePerson label={say('who')} value={person} onChange={setPerson} />
        <DateField label={say('lastDay')} value={day} onChange={setDay} />
        <Button tone="primary" isDisabled={!person || !day} busy={begin.isPending} onPress={() => person && day && begin.mutate({ person, last_day: day })}>
          {say('begin')}
        </Button>
      </div>
      {begin.error && <Failure error={begin.error} />}
    </Panel>
  )
} // prettier-ignore
