import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonLink } from '#ui/button'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getCustomer, type Card, type CustomerId } from '../contract.ts'
import { CustomerCard } from './card.tsx'
import { Consents } from './consents.tsx'
import { Contacts } from './contacts/panel.tsx'
import { words as contactWords } from './contacts/words.ts'
import { EditCustomer } from './edit-customer.tsx'
import { Identities } from './identities.tsx'
import { Likenesses } from './likenesses.tsx'
import { PanelsOf } from './panels.tsx'
import { Projects } from './projects/list.tsx'
import { words } from './words.ts'
import './customers.css'

export function CustomerPage() {
  const say = useWords(words)
  const id = String(useParams({ strict: false }).id) as CustomerId // from the address; the server says when there is none
  const { data, error, refetch } = useAsk(getCustomer, { id })
  if (error && !data)
    return (
      <Page title={say('title')}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={say('title')}>
        <Skeleton lines={6} />
      </Page>
    )
  return <Known card={data} />
}

function Known({ card }: { card: Card }) {
  const say = useWords(words)
  const sayOf = useWords(contactWords)
  const fallback = useFallback(card)
  const { may } = useMe()
  const [editing, setEditing] = useState(false)
  const actions = (
    <>
      <ButtonLink icon="cases" href={`/desk/cases?customer=${card.id}`}>
        {say('cases')}
      </ButtonLink>
      {may('customer.edit') && (
        <Button icon="edit" onPress={() => setEditing(true)}>
          {say('edit')}
        </Button>
      )}
    </>
  )
  const edits = may('customer.edit')
  return (
    <Page title={card.name} {...(card.company ? { lead: card.company.name } : {})} actions={actions}>
      <div className="customers-columns">
        <CustomerCard id={card.id} />
        <div className="ui-stack">
          <PanelsOf subject="customer" of={card.id} />
          <Identities card={card} edits={edits} />
          <Panel title={sayOf('contact')}>
            <Contacts of={{ customer: card.id }} name={card.name} edits={edits} fallback={fallback} />
          </Panel>
          <Panel title={sayOf('projects')}>
            <Projects of={{ customer: card.id }} edits={edits} />
          </Panel>
          <Likenesses card={card} />
          <Consents card={card} edits={edits} />
        </div>
      </div>
      {editing && <EditCustomer card={card} onClose={() => setEditing(false)} />}
    </Page>
  )
}

// Whom requests go to when nobody is named for this very customer.
function useFallback({ contact, company }: Card): string {
  const say = useWords(contactWords)
  return contact?.of === 'company' && company ? say('fromCompany', { name: company.name }) : say('duty')
}
