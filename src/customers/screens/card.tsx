import { Link } from '@tanstack/react-router'
import { listStaff } from '#staff/contract'
import { Badge } from '#ui/badge'
import { Failure } from '#ui/failure'
import { Icon, type IconName } from '#ui/icon'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Avatar, OwnerPair, type Somebody } from '#ui/person'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getCustomer, type Card, type CustomerId, type IdentityKind } from '../contract.ts'
import { words } from './card-words.ts'
import { handleWords } from './handle-words.ts'
import { Joined } from './joined.tsx'
import { words as personWords } from './same-person-words.ts'
import './card.css'

/** The customer beside a case: who they are, how they are reached, who answers for them, what we know of them. */
export function CustomerCard({ id, onChange }: { id: CustomerId; onChange?: () => void }) {
  const say = useWords(words)
  const asked = useAsk(getCustomer, { id })
  if (asked.error && !asked.data) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  const card = asked.data
  if (!card)
    return (
      <Panel>
        <Skeleton lines={4} />
      </Panel>
    )
  return (
    <Panel>
      <div className="customers-card">
        <header>
          <Avatar person={{ id: card.id, name: card.name }} size={56} />
          <div>
            <h2>
              <Link to={`/customers/${card.id}`}>{card.name}</Link>
            </h2>
            {card.company && (
              <p>
                <Icon name="company" size={16} /> {card.company.name}
              </p>
            )}
          </div>
        </header>
        <Identities card={card} />
        {card.contact && <Contact contact={card.contact} />}
        {card.group.length > 1 && <Joined card={card} {...(onChange ? { onChange } : {})} />}
        {card.notes && (
          <p className="customers-card-notes">
            <Icon name="note" size={16} /> {card.notes}
          </p>
        )}
        <Consents card={card} />
        <small className="customers-card-since">
          {say('since')} <Time at={card.added_at} as="day" />
        </small>
      </div>
    </Panel>
  )
}

const icons: Readonly<Record<IdentityKind, IconName>> = { email: 'mail', phone: 'phone', handle: 'chat', postal: 'letter' }
const MOST_SHOWN = 6

function Identities({ card }: { card: Card }) {
  const say = useWords(words)
  const sayPerson = useWords(personWords)
  const shown = card.identities.toSorted((a, b) => Number(b.preferred) - Number(a.preferred)).slice(0, MOST_SHOWN)
  return (
    <ul className="customers-card-identities" aria-label={say('reached')}>
      {shown.map(({ id, kind, value, verified_at }) => (
        <li key={id}>
          <Icon name={icons[kind]} size={16} />
          <span>{kind === 'handle' ? handleWords(value, sayPerson) : value}</span>
          {verified_at && <Icon name="check" size={14} />}
          {verified_at && <span className="unseen">{say('verified')}</span>}
        </li>
      ))}
      {card.claims.slice(0, MOST_SHOWN).map(({ id, kind, value, proven_at }) => (
        <li key={id} data-claimed>
          <Icon name={icons[kind]} size={16} />
          <span>
            {value} <small>{sayPerson(proven_at ? 'provenElsewhere' : 'notVerified')}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const titles = { customer: 'contact', company: 'companyContact', project: 'projectContact' } as const

function Contact({ contact }: { contact: NonNullable<Card['contact']> }) {
  const say = useWords(words)
  const people = useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? []
  const named = (id: string | null): Somebody | null =>
    people.map(({ id: own, name }) => ({ id: String(own), name })).find((person) => person.id === id) ?? null
  return (
    <div className="customers-card-contact">
      <h3>{say(titles[contact.of])}</h3>
      <OwnerPair owner={named(contact.person)} deputy={named(contact.deputy)} />
      {contact.stand_in?.because === 'absent' && (
        <p className="customers-card-away">
          <Icon name="calendar" size={16} />{' '}
          {contact.away_until ? (
            <>
              {say('awayUntil')} <Time at={contact.away_until} as="day" />.
            </>
          ) : (
            say('away')
          )}{' '}
          {say('standsIn', { name: named(contact.stand_in.person)?.name ?? '' })}
        </p>
      )}
    </div>
  )
}

function Consents({ card }: { card: Card }) {
  const say = useWords(words)
  if (card.consents.length === 0) return null
  return (
    <ul className="customers-card-consents" aria-label={say('consents')}>
      {card.consents.map(({ id, purpose, channel, decision }) => (
        <li key={id}>
          <Badge tone={decision === 'given' ? 'good' : 'danger'} icon={decision === 'given' ? 'check' : 'close'}>
            {purpose} · {channel}
            <span className="unseen">{say(decision)}</span>
          </Badge>
        </li>
      ))}
    </ul>
  )
}
