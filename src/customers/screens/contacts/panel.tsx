import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import {
  endContact, getCustomer, listPointsOfContact, type CompanyId, type CustomerId, type PointOfContact, type ProjectId,
} from '../../contract.ts' // prettier-ignore
import { EditContact } from './editor.tsx'
import { useContactLine } from './contact-line.ts'
import { words } from './words.ts'
import './contacts.css'

export type Subject = { customer: CustomerId } | { company: CompanyId } | { project: ProjectId }
type Of = { of: Subject; name: string; edits: boolean; fallback?: string }

/** Who answers for a customer, a company or a project: now, to come, and before. */
export function Contacts({ of, name, edits, fallback }: Of) {
  const say = useWords(words)
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useAsk(listPointsOfContact, { ...of, when: 'ever' })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={2} />
  const at = (when: PointOfContact['when']) => data.items.filter((each) => each.when === when)
  const [now] = at('now')
  return (
    <div className="contacts">
      {now ? (
        <Now contact={now} />
      ) : (
        <p className="contacts-quiet">{fallback ? say('none', { fallback }) : say('noneCompany')}</p>
      )}
      {edits && (
        <div className="ui-button-row">
          <Button icon={now ? 'edit' : 'plus'} onPress={() => setEditing(true)}>
            {say(now ? 'change' : 'name')}
          </Button>
          {now && <End contact={now} />}
        </div>
      )}
      <Others title={say('coming')} contacts={at('coming').toReversed()} ends={edits} />
      <Others title={say('past')} contacts={at('past')} ends={false} folded />
      {editing && <EditContact of={of} name={name} now={now ?? null} onClose={() => setEditing(false)} />}
    </div>
  )
}

function Now({ contact }: { contact: PointOfContact }) {
  const say = useWords(words)
  const { period, holder, standing } = useContactLine(contact)
  const face = contact.answers?.shown ?? contact.person
  return (
    <>
      {face && <Face person={face} detail={[holder, period].filter(Boolean).join(' · ')} size={36} />}
      {!face && <p>{holder}</p>}
      {standing && <p className="contacts-away">{standing}</p>}
      {contact.deputies.length > 0 && (
        <div>
          <h4>{say('deputies')}</h4>
          <ol className="contacts-chain">
            {contact.deputies.map((deputy) => {
              const who = 'person' in deputy ? deputy.person : deputy.team
              return (
                <li key={who.id}>
                  {who.name} {'team' in deputy && <Badge>{say('team')}</Badge>}
                </li>
              )
            })}
          </ol>
        </div>
      )}
    </>
  )
}

function End({ contact }: { contact: PointOfContact }) {
  const say = useWords(words)
  const end = useSend(endContact, { refetch: [listPointsOfContact, getCustomer] })
  const asking =
    contact.when === 'now'
      ? { label: say('end'), question: say('endQuestion'), yes: say('yesEnd') }
      : { label: say('drop'), question: say('dropQuestion'), yes: say('yesDrop') }
  return <Confirm tone="quiet" size="small" {...asking} onYes={() => end.mutate({ id: contact.id })} />
}

type Listed = { title: string; contacts: readonly PointOfContact[]; ends: boolean; folded?: boolean }

function Others({ title, contacts, ends, folded = false }: Listed) {
  if (contacts.length === 0) return null
  const list = (
    <ul className="contacts-others">
      {contacts.map((contact) => (
        <Other key={contact.id} contact={contact} ends={ends} />
      ))}
    </ul>
  )
  if (!folded)
    return (
      <section>
        <h4>{title}</h4>
        {list}
      </section>
    )
  return (
    <details className="contacts-past">
      <summary>{`${title} (${contacts.length})`}</summary>
      {list}
    </details>
  )
}

function Other({ contact, ends }: { contact: PointOfContact; ends: boolean }) {
  const say = useWords(words)
  const { period, holder } = useContactLine(contact)
  const how = [period, contact.because === 'passed' && say('passed'), say('by', { name: contact.by })]
  return (
    <li>
      <span>
        <strong>{contact.person?.name ?? contact.team?.name}</strong>
        <small>{[contact.person && contact.team && holder, ...how].filter(Boolean).join(' · ')}</small>
      </span>
      {ends && <End contact={contact} />}
    </li>
  )
}
