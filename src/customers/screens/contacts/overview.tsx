import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { listPointsOfContact, type PointOfContact } from '../../contract.ts'
import { useContactLine } from './contact-line.ts'
import { words } from './words.ts'
import './contacts.css'

type When = 'now' | 'coming' | 'ever'

/** Who answers for whom, and who is here for them at this moment. */
export function ContactsOverview() {
  const say = useWords(words)
  const [person, setPerson] = useState<PersonId | null>(null)
  const [when, setWhen] = useState<When>('now')
  const list = useAskPages(listPointsOfContact, { when, ...(person ? { person } : {}) })
  const whens = (['now', 'coming', 'ever'] as const).map((id) => ({ id, label: say(id === 'coming' ? 'comingOnly' : id) }))
  return (
    <Panel flush>
      <p className="contacts-lead">{say('overviewText')}</p>
      <div className="customers-head">
        <ChoosePerson label={say('filterPerson')} value={person} onChange={setPerson} />
        <Segments label={say('which')} value={when} onChange={setWhen} options={whens} />
      </div>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton kind="rows" />}
      {list.isSuccess && <Rows contacts={list.items} filtered={person !== null} />}
      {list.hasMore && (
        <div className="contacts-more">
          <Button onPress={list.more}>{say('more')}</Button>
        </div>
      )}
    </Panel>
  )
}

function Rows({ contacts, filtered }: { contacts: readonly PointOfContact[]; filtered: boolean }) {
  const say = useWords(words)
  if (contacts.length === 0)
    return (
      <Empty drawing="calm" title={filtered ? say('noneFiltered') : say('noneOverview')}>
        {say('noneOverviewText')}
      </Empty>
    )
  return (
    <ul className="contacts-list" aria-label={say('overview')}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <SubjectOf contact={contact} />
          <HolderOf contact={contact} />
          <DeputiesOf contact={contact} />
          <Now contact={contact} />
        </li>
      ))}
    </ul>
  )
}

function DeputiesOf({ contact: { deputies } }: { contact: PointOfContact }) {
  const say = useWords(words)
  const names = deputies.map((each) => ('person' in each ? each.person.name : each.team.name))
  return <small>{names.length > 0 && say('deputiesAre', { names: names.join(', ') })}</small>
}

const kinds = { customer: 'ofCustomer', company: 'ofCompany', project: 'ofProject' } as const

function SubjectOf({ contact: { of, subject } }: { contact: PointOfContact }) {
  const say = useWords(words)
  return (
    <span className="contacts-subject">
      {of === 'customer' ? <Link to={`/customers/${subject.id}`}>{subject.name}</Link> : <strong>{subject.name}</strong>}
      <Badge>{say(kinds[of])}</Badge>
    </span>
  )
}

function HolderOf({ contact }: { contact: PointOfContact }) {
  const { period, holder } = useContactLine(contact)
  const face = contact.answers?.shown ?? contact.person
  const detail = [holder, period].filter(Boolean).join(' · ')
  return face ? <Face person={face} detail={detail} /> : <span>{detail}</span>
}

function Now({ contact }: { contact: PointOfContact }) {
  const say = useWords(words)
  const { standing } = useContactLine(contact)
  if (contact.when !== 'now') return null
  if (!standing) return <Badge tone="good">{say('here')}</Badge>
  return <span className="contacts-away">{standing}</span>
}
