import { useState } from 'react'
import { Segments } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { inLanguage, shownFields, type Definition, type Field, type FormLanguage } from '../../contract.ts'
import { words } from './words.ts'

type Typed = Record<string, string[]>
type Drawn = { language: FormLanguage; typed: Typed; onType: (id: string, values: string[]) => void }

/** The form as visitors will see it, close to; conditions play. Nothing of it is sent. */
export function Preview({ draft, brand }: { draft: Definition; brand: { name: string; colour: string } }) {
  const say = useWords(words)
  const mine = useLanguage()
  const [wanted, setWanted] = useState<FormLanguage>(mine)
  const [typed, setTyped] = useState<Typed>({})
  const language = draft.languages.includes(wanted) ? wanted : draft.languages[0]!
  const shown = shownFields(draft.fields, typed)
  const drawn = { language, typed, onType: (id: string, values: string[]) => setTyped({ ...typed, [id]: values }) }
  const named = { fr: say('french'), en: say('english') }
  return (
    <aside className="forms-preview" aria-label={say('preview')}>
      <header>
        <h2>{say('preview')}</h2>
        {draft.languages.length > 1 && (
          <Segments
            label={say('preview')}
            value={language}
            onChange={setWanted}
            options={draft.languages.map((id) => ({ id, label: named[id] }))}
          />
        )}
      </header>
      <p className="forms-hint">{say('previewText')}</p>
      <div className="forms-sheet" lang={language}>
        <p className="forms-sheet-brand">
          <span className="forms-dot" style={{ background: brand.colour }} aria-hidden="true" />
          {brand.name}
        </p>
        <h3>{inLanguage(draft.title, language)}</h3>
        {inLanguage(draft.intro, language) && <p>{inLanguage(draft.intro, language)}</p>}
        {draft.fields
          .filter(({ id }) => shown.has(id))
          .map((field) => (
            <Drawing key={field.id} field={field} {...drawn} />
          ))}
        <span className="forms-sheet-button">{inLanguage(draft.button, language)}</span>
      </div>
    </aside>
  )
}

function Drawing({ field, language, typed, onType }: Drawn & { field: Field }) {
  const label = inLanguage(field.label, language)
  const help = inLanguage(field.help, language)
  const optional = language === 'fr' ? '(facultatif)' : '(optional)'
  if (field.kind === 'explanation')
    return (
      <div className="forms-sheet-said">
        {label && <strong>{label}</strong>}
        <p>{inLanguage(field.text, language)}</p>
      </div>
    )
  return (
    <fieldset className="forms-sheet-field">
      <legend>
        {label || '…'} {!field.required && <small>{optional}</small>}
      </legend>
      {help && <small>{help}</small>}
      {field.kind === 'one' || field.kind === 'many' ? (
        <Choices field={field} language={language} typed={typed} onType={onType} />
      ) : (
        <Control field={field} label={label || field.id} value={typed[field.id]?.[0] ?? ''} language={language} onChange={(values) => onType(field.id, values)} />
      )}
    </fieldset>
  ) // prettier-ignore
}

type Controlled = {
  field: Exclude<Field, { kind: 'one' | 'many' | 'explanation' }>
  label: string
  value: string
  language: FormLanguage
  onChange: (values: string[]) => void
}

function Control({ field, label, value, language, onChange }: Controlled) {
  if (field.kind === 'consent')
    return (
      <label className="forms-sheet-choice">
        <input type="checkbox" checked={value === 'yes'} onChange={(event) => onChange(event.target.checked ? ['yes'] : [])} />
        <span>{inLanguage(field.text, language)}</span>
      </label>
    )
  if (field.kind === 'long')
    return <textarea aria-label={label} rows={3} value={value} onChange={(event) => onChange([event.target.value])} />
  if (field.kind === 'file')
    return (
      <input
        type="file"
        aria-label={label}
        onChange={(event) => onChange([...(event.target.files ?? [])].map(({ name }) => name))}
      />
    )
  return <input type={typeOf[field.kind]} aria-label={label} value={value} onChange={(event) => onChange([event.target.value])} />
}
const typeOf = { short: 'text', email: 'email', phone: 'tel', date: 'date', number: 'text' } as const

function Choices({ field, language, typed, onType }: Drawn & { field: Extract<Field, { kind: 'one' | 'many' }> }) {
  const chosen = typed[field.id] ?? []
  const turn = (id: string, on: boolean) =>
    onType(field.id, field.kind === 'one' ? [id] : on ? [...chosen, id] : chosen.filter((each) => each !== id))
  return field.options.map(({ id, label }) => (
    <label key={id} className="forms-sheet-choice">
      <input
        type={field.kind === 'one' ? 'radio' : 'checkbox'}
        name={`preview-${field.id}`}
        checked={chosen.includes(id)}
        onChange={(event) => turn(id, event.target.checked)}
      />
      <span>{inLanguage(label, language) || '…'}</span>
    </label>
  ))
}
