import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deleteField, fieldSubjects, listFields, listValues, putFieldBack, putFieldOrder, type Field, type FieldSubject,
} from '../../contract.ts' // prettier-ignore
import { EditField } from './edit-field.tsx'
import { words } from './words.ts'
import './settings.css'

/** The fields of a house, by what they are asked of. */
export function FieldsPage() {
  const say = useWords(words)
  const { may } = useMe()
  const [subject, setSubject] = useState<FieldSubject>('case')
  const [open, setOpen] = useState<Field | 'new' | null>(null)
  const edits = may('field.manage')
  const asked = useAsk(listFields, { subject, retired: false })
  const add = edits && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('add')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={add}>
      <div className="fields-settings">
        <Segments
          label={say('subject')}
          value={subject}
          onChange={setSubject}
          options={fieldSubjects.map((id) => ({ id, label: say(id) }))}
        />
        {asked.error && !asked.data && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <Skeleton kind="rows" />}
        {asked.data?.items.length === 0 && (
          <Empty drawing="shut" title={say('emptyTitle')} action={add}>
            {say('emptyText')}
          </Empty>
        )}
        {asked.data && asked.data.items.length > 0 && <Asked fields={asked.data.items} edits={edits} onOpen={setOpen} />}
        <Retired subject={subject} edits={edits} />
      </div>
      {open && (
        <EditField
          key={open === 'new' ? 'new' : open.id}
          field={open === 'new' ? null : open}
          subject={subject}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

type Listing = { fields: readonly Field[]; edits: boolean; onOpen: (field: Field) => void }

function Asked({ fields, edits, onOpen }: Listing) {
  const spoken = useLanguage()
  const order = useSend(putFieldOrder, { refetch: [listFields, listValues] })
  const move = (at: number, by: 1 | -1) => {
    const ids = fields.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved) ids.splice(at + by, 0, moved)
    order.mutate({ subject: fields[at]!.subject, fields: ids })
  }
  return (
    <Panel flush>
      <ul className="fields-list">
        {fields.map((field, at) => (
          <li key={field.id}>
            {field.group[spoken] && field.group[spoken] !== fields[at - 1]?.group[spoken] && <h2>{field.group[spoken]}</h2>}
            <Line
              field={field}
              edits={edits}
              onOpen={onOpen}
              up={at > 0 ? () => move(at, -1) : null}
              down={at < fields.length - 1 ? () => move(at, 1) : null}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Lining = { field: Field; edits: boolean; onOpen: (field: Field) => void; up: (() => void) | null; down: (() => void) | null }

function Line({ field, edits, onOpen, up, down }: Lining) {
  const say = useWords(words)
  const spoken = useLanguage()
  const name = field.name[spoken]
  const retire = useSend(deleteField, { refetch: [listFields, listValues], onDone: () => toast({ text: say('gone') }) })
  return (
    <div className="fields-line">
      <div>
        <strong>{name}</strong>
        <Marks field={field} />
      </div>
      {edits && (
        <div className="fields-line-deeds">
          <IconButton icon="up" size="small" label={say('up', { name })} isDisabled={!up} onPress={() => up?.()} />
          <IconButton icon="down" size="small" label={say('down', { name })} isDisabled={!down} onPress={() => down?.()} />
          <IconButton icon="edit" size="small" label={say('editOf', { name })} onPress={() => onOpen(field)} />
          <Confirm
            tone="quiet"
            size="small"
            label={say('retire')}
            question={say('retireAsk', { name })}
            yes={say('retireYes')}
            onYes={() => retire.mutate({ id: field.id })}
          />
        </div>
      )}
    </div>
  )
}

function Marks({ field }: { field: Field }) {
  const say = useWords(words)
  const options = field.options.filter(({ retired }) => !retired).length
  return (
    <span className="fields-marks">
      <span>{say(field.kind)}</span>
      {options > 0 && <span>{say('optionsCount', { count: options })}</span>}
      {field.required_at_closing && <Badge tone="promise">{say('needed')}</Badge>}
      {field.reasons.length > 0 && <Badge>{say('forReasons', { count: field.reasons.length })}</Badge>}
      {field.remind && (
        <Badge tone="accent" icon="bell">
          {say('days', { count: field.remind.working_days })}
        </Badge>
      )}
    </span>
  )
}

function Retired({ subject, edits }: { subject: FieldSubject; edits: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const items = useAsk(listFields, { subject, retired: true }).data?.items ?? []
  const back = useSend(putFieldBack, {
    refetch: [listFields, listValues],
    onDone: () => toast({ text: say('back'), tone: 'good' }),
  })
  if (items.length === 0) return null
  return (
    <details className="fields-retired">
      <summary>
        {say('retiredTitle')} ({items.length})
      </summary>
      <ul>
        {items.map((field) => (
          <li key={field.id}>
            <span>
              {field.name[spoken]} · {say(field.kind)}
            </span>
            {edits && (
              <Button size="small" tone="quiet" onPress={() => back.mutate({ id: field.id })}>
                {say('bringBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
