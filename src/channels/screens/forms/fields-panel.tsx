import { useState, type DragEvent } from 'react'
import { Button, IconButton } from '#ui/button'
import { Icon, type IconName } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { Menu } from '#ui/menu'
import { useWords } from '#ui/words'
import {
  fieldKinds,
  inLanguage,
  MOST_FIELDS,
  saidOf,
  type Definition,
  type Field,
  type FieldKind,
  type Problem,
} from '../../contract.ts'
import { moved, newField, withField, without } from './draft.ts'
import { FieldEditor } from './field-editor.tsx'
import { words } from './words.ts'

export const iconOf: Readonly<Record<FieldKind, IconName>> = {
  short: 'edit', long: 'note', email: 'mail', phone: 'phone', one: 'check', many: 'bullets', date: 'calendar', number: 'numbers', file: 'attach', consent: 'shield', explanation: 'info',
} // prettier-ignore

type Making = { draft: Definition; problems: readonly Problem[]; onChange: (draft: Definition) => void }

export function FieldsPanel({ draft, problems, onChange }: Making) {
  const say = useWords(words)
  const [open, setOpen] = useState<string | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const { fields } = draft
  const language = useLanguage()
  const move = (from: number, to: number) => {
    const field = fields[from]
    if (!field || to < 0 || to >= fields.length) return
    onChange(moved(draft, from, to))
    setTold(say('moved', { name: inLanguage(field.label, language) || field.id, place: to + 1, count: fields.length }))
  }
  const add = (kind: FieldKind) => {
    const field = newField(kind, fields.map(({ id }) => id)) // prettier-ignore
    onChange({ ...draft, fields: [...fields, field] })
    setOpen(field.id)
  }
  const drop = (at: number) => (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== null && dragged !== at) move(dragged, at)
    setDragged(null)
  }
  return (
    <div className="forms-fields">
      <p className="unseen" role="status">{told}</p>
      {fields.length === 0 && <Notice>{say('noFields')}</Notice>}
      <ol>
        {fields.map((field, at) => (
          <li key={field.id} className="forms-field" data-dragged={dragged === at || undefined} onDragOver={(event) => event.preventDefault()} onDrop={drop(at)}>
            <FieldRow
              field={field} draft={draft} problems={problems} isOpen={open === field.id} onOpen={() => setOpen(open === field.id ? null : field.id)}
              onMove={(by) => move(at, at + by)} isFirst={at === 0} isLast={at === fields.length - 1}
              onDrag={(on) => setDragged(on ? at : null)}
            />
            {open === field.id && (
              <FieldEditor field={field} draft={draft} onChange={(next) => onChange(withField(draft, next))} onRemove={() => onChange(without(draft, field.id))} />
            )}
          </li>
        ))}
      </ol>
      {fields.length < MOST_FIELDS ? (
        <Menu
          label={say('addTitle')}
          trigger={<Button icon="plus">{say('add')}</Button>}
          groups={[{ choices: fieldKinds.map((kind) => ({ id: kind, label: say(`kind_${kind}`), icon: iconOf[kind], run: () => add(kind) })) }]}
        />
      ) : (
        <Notice>{say('most', { count: MOST_FIELDS })}</Notice>
      )}
    </div>
  ) // prettier-ignore
}

type Row = {
  field: Field
  draft: Definition
  problems: readonly Problem[]
  isOpen: boolean
  isFirst: boolean
  isLast: boolean
  onOpen: () => void
  onMove: (by: -1 | 1) => void
  onDrag: (on: boolean) => void
}

function FieldRow({ field, draft, problems, isOpen, isFirst, isLast, onOpen, onMove, onDrag }: Row) {
  const say = useWords(words)
  const language = useLanguage()
  const name =
    inLanguage(field.label, language) ||
    ('text' in field ? inLanguage(field.text, language).slice(0, 80) : '') ||
    say(`kind_${field.kind}`)
  const said = saidOf(field.show, { fields: draft.fields, language })
  const wrong = problems.filter((problem) => problem.field === field.id)
  return (
    <div className="forms-row">
      <span className="forms-grip" draggable title={say('drag')} onDragStart={() => onDrag(true)} onDragEnd={() => onDrag(false)} aria-hidden="true">
        <Icon name="menu" size={16} />
      </span>
      <button type="button" className="forms-open" aria-expanded={isOpen} onClick={onOpen}>
        <Icon name={iconOf[field.kind]} size={18} />
        <span className="forms-named">
          <strong>{name}</strong>
          <small>{said === '' ? say(`kind_${field.kind}`) : say('sayShown', { said })}{field.required && ` · ${say('needed')}`}</small>
          {wrong.map((problem) => (
            <small key={problem.en} className="forms-wrong">{problem[language]}</small>
          ))}
        </span>
      </button>
      <IconButton icon="up" size="small" label={`${say('moveUp')} – ${name}`} isDisabled={isFirst} onPress={() => onMove(-1)} />
      <IconButton icon="down" size="small" label={`${say('moveDown')} – ${name}`} isDisabled={isLast} onPress={() => onMove(1)} />
    </div>
  ) // prettier-ignore
}
