import { useRef, useState } from 'react'
import { Refused } from '#ui/api'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { refetch, useSend } from '#ui/query'
import { tell, sentenceOf } from '#ui/failure'
import { useWords } from '#ui/words'
import { listChanges, listValues, putValue, type Filled, type Value } from '../../contract.ts'
import { FieldInput } from './field-input.tsx'
import type { Of } from './fields-panel.tsx'
import { ShownValue } from './shown-value.tsx'
import { words } from './words.ts'

type Row = { filled: Filled; about: Of; edits: boolean }

/** One field: its value is a button that becomes what one fills in. Enter keeps, Escape lets go. */
export function FieldRow({ filled, about, edits }: Row) {
  const spoken = useLanguage()
  const say = useWords(words)
  const [editing, setEditing] = useState(false)
  const [mine, setMine] = useState<Value | null | undefined>(undefined) // what was refused because somebody was faster
  const [fault, setFault] = useState<string | undefined>(undefined)
  const button = useRef<HTMLButtonElement>(null)
  const sent = useRef<Value | null>(null)
  const name = filled.field.name[spoken]
  const end = () => {
    setEditing(false)
    setFault(undefined)
    requestAnimationFrame(() => button.current?.focus())
  }
  const put = useSend(putValue, {
    refetch: [listValues, listChanges],
    onDone: () => {
      setMine(undefined)
      end()
    },
    onError: (error) => {
      if (error instanceof Refused && error.code === 'stale') {
        void refetch(listValues)
        setMine(sent.current)
        setEditing(false)
      } else if (error instanceof Refused && error.code.startsWith('field.')) setFault(sentenceOf(error, spoken))
      else tell(error)
    },
  })
  const save = (value: Value | null) => {
    sent.current = value
    put.mutate({ field: filled.field.id, of: about.of, value, version: filled.version })
  }
  return (
    <div className="fields-row" data-needed={filled.needed || undefined}>
      <dt>{name}</dt>
      <dd>
        {editing ? (
          <FieldInput filled={filled} busy={put.isPending} fault={fault} onSave={save} onCancel={end} />
        ) : (
          <Standing filled={filled} edits={edits} button={button} onEdit={() => setEditing(true)} />
        )}
        {mine !== undefined && (
          <Notice tone="promise" title={say('conflict')}>
            <p>
              {say('conflictText', {
                theirs: filled.shown[spoken] || say('nothing'),
                mine: plainly(mine, filled, spoken) || say('nothing'),
              })}
            </p>
            <div className="fields-buttons">
              <Button size="small" onPress={() => setMine(undefined)}>
                {say('keepTheirs')}
              </Button>
              <Button size="small" tone="primary" busy={put.isPending} onPress={() => save(mine)}>
                {say('putMine')}
              </Button>
            </div>
          </Notice>
        )}
      </dd>
    </div>
  )
}

type Standing = { filled: Filled; edits: boolean; button: React.RefObject<HTMLButtonElement | null>; onEdit: () => void }

function Standing({ filled, edits, button, onEdit }: Standing) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <>
      <span className="fields-standing">
        <ShownValue filled={filled} />
        {edits && (
          <button ref={button} type="button" className="fields-edit" onClick={onEdit}>
            {filled.value === null && <span>{say('empty')}</span>}
            <span className="unseen">{say('edit', { name: filled.field.name[spoken] })}</span>
            <Icon name="edit" size={14} />
          </button>
        )}
      </span>
      {filled.needed && <Badge tone="promise">{say('needed')}</Badge>}
      {filled.field.retired_at && <Badge>{say('retired')}</Badge>}
    </>
  )
}

function plainly(value: Value | null, { field }: Filled, spoken: 'fr' | 'en'): string {
  if (value === null) return ''
  if (typeof value === 'object' && 'cents' in value) return `${value.cents / 100} ${value.currency}`
  const ids = [value].flat().map(String)
  return ids.map((id) => field.options.find((option) => option.id === id)?.name[spoken] ?? id).join(', ')
}
