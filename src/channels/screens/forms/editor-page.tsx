import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { Notice, Page } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { deleteFormClosure, getForm, listForms, putFormClosure, type Form, type FormId } from '../../contract.ts'
import { FieldsPanel } from './fields-panel.tsx'
import { FormState } from './list-page.tsx'
import { Preview } from './preview.tsx'
import { PublishForm } from './publish-form.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { words } from './words.ts'
import './forms.css'

export function FormPage() {
  const id = String(useParams({ strict: false }).id) as FormId // from the address; the server says when there is none
  const form = useAsk(getForm, { id })
  if (form.error) return <Failure error={form.error} />
  if (!form.data) return <Skeleton lines={8} />
  return <Editor key={id} form={form.data} />
}

function Editor({ form }: { form: Form }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  const kept = useKeptDraft(form)
  const [publishing, setPublishing] = useState(false)
  const stale = { refetch: [getForm, listForms] }
  const [close, open] = [useSend(putFormClosure, stale), useSend(deleteFormClosure, stale)]
  const one = { id: form.id, version: kept.version }
  const actions = (
    <>
      <span className="forms-kept" role="status">
        {kept.state === 'kept' ? say('saved') : kept.state === 'keeping' ? say('saving') : say('unsaved')}
      </span>
      {form.published && !form.closed_at && (
        <ButtonLink icon="open" href={`/f/${form.key}`} target="_blank">
          {say('openPage')}
        </ButtonLink>
      )}
      <Button tone="primary" icon="send" isDisabled={kept.state !== 'kept'} onPress={() => setPublishing(true)}>
        {say('publish')}
      </Button>
    </>
  )
  return (
    <Page title={form.name} lead={<FormState form={form} />} actions={actions}>
      {kept.error && (
        <Failure
          error={kept.error}
          onRetry={() => window.location.reload()}
        />
      )}
      {form.closed_at && (
        <Notice icon="lock" action={<Button onPress={() => open.mutate(one)}>{say('reopen')}</Button>}>
          {say('closedText')}
        </Notice>
      )}
      <div className="forms-desk">
        <div className="forms-making">
          <Tabs
            label={form.name}
            chosen={typeof tab === 'string' ? tab : 'fields'}
            onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} // the page's own search, see rooms.tsx
            pages={[
              { id: 'fields', label: say('tabFields'), count: kept.draft.fields.length, content: <FieldsPanel draft={kept.draft} problems={form.problems} onChange={kept.change} /> },
              { id: 'settings', label: say('tabSettings'), content: <SettingsPanel draft={kept.draft} onChange={kept.change} /> },
              { id: 'share', label: say('tabShare'), content: <SharePanel form={form} draft={kept.draft} onChange={kept.change} /> },
            ]}
          />
          {!form.closed_at && (
            <Confirm label={say('close')} question={say('closeSure')} yes={say('yes')} icon="lock" tone="quiet" onYes={() => close.mutate(one)} />
          )}
        </div>
        <Preview draft={kept.draft} brand={form.brand} />
      </div>
      {publishing && <PublishForm form={form} version={kept.version} onClose={() => setPublishing(false)} />}
    </Page>
  ) // prettier-ignore
}
