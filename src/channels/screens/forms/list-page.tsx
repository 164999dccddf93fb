import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { Page } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getForm, listForms, type FormStart, type ListedForm } from '../../contract.ts'
import { NewForm } from './new-form.tsx'
import { words } from './words.ts'
import './forms.css'

freshOn(['form.changed', 'form.published', 'form.received', 'message.received'], [listForms])
freshOn(['form.changed', 'form.published'], [getForm])

export function FormsPage() {
  const say = useWords(words)
  const forms = useAskPages(listForms, { limit: 50 })
  const [making, setMaking] = useState<FormStart | null>(null)
  const isEmpty = forms.isSuccess && forms.items.length === 0
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <Button tone="primary" icon="plus" onPress={() => setMaking('contact')}>
          {say('new')}
        </Button>
      }
    >
      {forms.isPending && <Skeleton lines={4} />}
      {forms.error && <Failure error={forms.error} />}
      {isEmpty && <Beginnings onStart={setMaking} />}
      <ul className="forms-list">
        {forms.items.map((form) => (
          <FormCard key={form.id} form={form} />
        ))}
      </ul>
      {forms.hasMore && <Button onPress={forms.more}>…</Button>}
      {making && <NewForm start={making} onClose={() => setMaking(null)} />}
    </Page>
  )
}

function Beginnings({ onStart }: { onStart: (start: FormStart) => void }) {
  const say = useWords(words)
  const starts = [
    { start: 'contact', title: say('startContact'), text: say('startContactText'), icon: 'mail' },
    { start: 'complaint', title: say('startComplaint'), text: say('startComplaintText'), icon: 'form' },
  ] as const
  return (
    <Empty
      drawing="letter"
      title={say('none')}
      action={
        <div className="forms-starts">
          {starts.map(({ start, title, text, icon }) => (
            <button key={start} type="button" className="forms-start" onClick={() => onStart(start)}>
              <Icon name={icon} />
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          ))}
        </div>
      }
    >
      {say('noneText')}
    </Empty>
  )
}

function FormCard({ form }: { form: ListedForm }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { figures } = form
  const href = `/desk/forms/${form.id}`
  return (
    <li className="forms-card">
      <div className="forms-card-head">
        <span className="forms-dot" style={{ background: form.brand.colour }} aria-hidden="true" />
        <div>
          <h2>
            <a href={href} onClick={(event) => { event.preventDefault(); void navigate({ to: '/forms/$id', params: { id: form.id } } as never) }}>{form.name}</a>
          </h2>
          <small>{form.brand.name}</small>
        </div>
        <FormState form={form} />
      </div>
      <p className="forms-figures">
        <small>{say('thirty')}</small>
        <strong>{say('received', { count: figures.received })}</strong>
        <span>{say('filed', { count: figures.filed })}</span>
        {figures.waiting > 0 && <Badge tone="promise">{say('waiting', { count: figures.waiting })}</Badge>}
        {figures.spam > 0 && <span>{say('spam', { count: figures.spam })}</span>}
        <small className="forms-last">{form.last_at ? <>{say('last')} <Time at={form.last_at} /></> : say('never')}</small>
      </p>
      {form.published && !form.closed_at && (
        <ButtonLink size="small" tone="quiet" icon="open" href={`/f/${form.key}`} target="_blank">
          {say('openPage')}
        </ButtonLink>
      )}
    </li>
  ) // prettier-ignore
}

export function FormState({ form }: { form: Pick<ListedForm, 'published' | 'changed' | 'closed_at'> }) {
  const say = useWords(words)
  return (
    <span className="forms-state">
      {form.closed_at ? (
        <Badge tone="neutral" icon="lock">
          {say('closed')}
        </Badge>
      ) : form.published ? (
        <Badge tone="good">{say('live', { number: form.published.number })}</Badge>
      ) : (
        <Badge>{say('draft')}</Badge>
      )}
      {form.changed && <Badge tone="info">{say('changed')}</Badge>}
    </span>
  )
}
