import { useWords } from '#ui/words'
import { Switch } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { DateField } from '#ui/date'
import { TextField } from '#ui/field'
import { Select } from '#ui/select'
import { MOST_OPTIONS, type Definition, type Field } from '../../contract.ts'
import { Conditions } from './conditions.tsx'
import { OptionsEditor } from './options-editor.tsx'
import { Pair } from './pair.tsx'
import { words } from './words.ts'

type Editing<Kind extends Field = Field> = { field: Kind; onChange: (field: Field) => void }

export function FieldEditor({ field, draft, onChange, onRemove }: Editing & { draft: Definition; onRemove: () => void }) {
  const say = useWords(words)
  return (
    <div className="forms-editor">
      <Pair labels={[say('labelFr'), say('labelEn')]} value={field.label} draft={draft} onChange={(label) => onChange({ ...field, label })} />
      {field.kind !== 'explanation' && (
        <Pair labels={[say('helpFr'), say('helpEn')]} value={field.help} draft={draft} onChange={(help) => onChange({ ...field, help })} />
      )}
      <Own field={field} draft={draft} onChange={onChange} />
      {field.kind !== 'explanation' && (
        <Switch isSelected={field.required} onChange={(required) => onChange({ ...field, required })}>
          {say('required')}
        </Switch>
      )}
      <Conditions field={field} draft={draft} onChange={(show) => onChange({ ...field, show })} />
      <div className="forms-editor-foot">
        <small>{say('technical', { id: field.id })}</small>
        <Confirm label={say('remove')} question={say('removeSure')} yes={say('remove')} icon="trash" tone="quiet" size="small" onYes={onRemove} />
      </div>
    </div>
  ) // prettier-ignore
}

function Own({ field, draft, onChange }: Editing & { draft: Definition }) {
  const say = useWords(words)
  switch (field.kind) {
    case 'short':
    case 'long':
      return <Whole label={say('maxLength')} value={field.max_length} least={1} most={field.kind === 'short' ? 500 : 20_000} onChange={(max_length) => onChange({ ...field, max_length })} /> // prettier-ignore
    case 'email':
    case 'phone':
      return null
    case 'one':
      return (
        <OptionsEditor
          options={field.options}
          draft={draft}
          most={MOST_OPTIONS}
          onChange={(options) => onChange({ ...field, options })}
        />
      )
    case 'many':
      return (
        <>
          <OptionsEditor
            options={field.options}
            draft={draft}
            most={MOST_OPTIONS}
            onChange={(options) => onChange({ ...field, options })}
          />
          <Amount
            label={say('mostChosen')}
            value={field.most}
            onChange={(most) => onChange({ ...field, most: most && Math.max(1, Math.round(most)) })}
          />
        </>
      )
    case 'date':
      return (
        <div className="forms-pair">
          <DateField label={say('earliest')} value={field.earliest} onChange={(earliest) => onChange({ ...field, earliest })} />
          <DateField label={say('latest')} value={field.latest} onChange={(latest) => onChange({ ...field, latest })} />
        </div>
      )
    case 'number':
      return (
        <div className="forms-pair">
          <Amount label={say('min')} value={field.min} onChange={(min) => onChange({ ...field, min })} />
          <Amount label={say('max')} value={field.max} onChange={(max) => onChange({ ...field, max })} />
          <Switch isSelected={field.whole} onChange={(whole) => onChange({ ...field, whole })}>
            {say('whole')}
          </Switch>
        </div>
      )
    case 'file':
      return <Files field={field} onChange={onChange} />
    case 'consent':
      return (
        <>
          <Pair
            labels={[say('consentFr'), say('consentEn')]}
            value={field.text}
            draft={draft}
            rows={3}
            onChange={(text) => onChange({ ...field, text })}
          />
          <TextField
            label={say('consentVersion')}
            hint={say('consentHint')}
            value={field.text_version}
            maxLength={60}
            onChange={(text_version) => onChange({ ...field, text_version })}
          />
        </>
      )
    case 'explanation':
      return <Pair labels={[say('textFr'), say('textEn')]} value={field.text} draft={draft} rows={3} onChange={(text) => onChange({ ...field, text })} /> // prettier-ignore
  }
}

function Files({ field, onChange }: Editing<Extract<Field, { kind: 'file' }>>) {
  const say = useWords(words)
  const MEGABYTE = 1_000_000
  return (
    <div className="forms-pair">
      <Whole label={say('mostFiles')} value={field.most_files} least={1} most={10} onChange={(most_files) => onChange({ ...field, most_files })} />
      <Whole label={say('mostMegabytes')} value={Math.round(field.most_bytes / MEGABYTE)} least={1} most={10} onChange={(megabytes) => onChange({ ...field, most_bytes: megabytes * MEGABYTE })} />
      <Select
        label={say('accepts')} value={field.accepts} onChange={(accepts) => onChange({ ...field, accepts })}
        options={(['both', 'pictures', 'documents'] as const).map((id) => ({ id, label: say(`accepts_${id}`) }))}
      />
    </div>
  ) // prettier-ignore
}

type Numbered = { label: string; value: number; least: number; most: number; onChange: (value: number) => void }
const Whole = ({ label, value, least, most, onChange }: Numbered) => (
  <TextField
    label={label} inputMode="numeric" value={String(value)}
    onChange={(text) => onChange(Math.min(most, Math.max(least, Math.round(Number(text.replace(/\D/g, '')) || least))))}
  />
) // prettier-ignore

function Amount({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const read = (text: string): number | null => {
    const number = Number(text.replace(',', '.'))
    return text.trim() === '' || Number.isNaN(number) ? null : Math.min(1e12, Math.max(-1e12, number))
  }
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(read(text))}
    />
  )
}
