import { listReasons } from '#cases/contract'
import { Checkbox } from '#ui/choice'
import { Panel } from '#ui/layout'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { formLanguages, inLanguage, type Definition, type FieldKind, type FormLanguage } from '../../contract.ts'
import { Pair } from './pair.tsx'
import { settingsWords } from './settings-words.ts'

type Editing = { draft: Definition; onChange: (draft: Definition) => void }
const NONE = 'none'

export function SettingsPanel({ draft, onChange }: Editing) {
  const say = useWords(settingsWords)
  const set =
    <Part extends keyof Definition>(part: Part) =>
    (value: Definition[Part]) =>
      onChange({ ...draft, [part]: value })
  return (
    <div className="forms-settings">
      <Panel title={say('texts')}>
        <Languages draft={draft} onChange={onChange} />
        <Pair labels={[say('titleFr'), say('titleEn')]} value={draft.title} draft={draft} onChange={set('title')} />
        <Pair labels={[say('introFr'), say('introEn')]} value={draft.intro} draft={draft} rows={2} onChange={set('intro')} />
        <Pair labels={[say('buttonFr'), say('buttonEn')]} value={draft.button} draft={draft} onChange={set('button')} />
        <Pair labels={[say('thanksFr'), say('thanksEn')]} value={draft.thanks} draft={draft} rows={2} onChange={set('thanks')} />
      </Panel>
      <Panel title={say('filing')}>
        <Pair labels={[`${say('subject')} – fr`, `${say('subject')} – en`]} value={draft.subject} draft={draft} onChange={set('subject')} />
        <p className="forms-hint">
          {say('subjectHint', { names: draft.fields.filter(({ kind }) => kind === 'short' || kind === 'one').map(({ id }) => `{${id}}`).join(' ') || '{…}' })}
        </p>
        <Reason draft={draft} onChange={onChange} />
      </Panel>
      <Panel title={say('who')}>
        <p className="forms-hint">{say('whoText')}</p>
        <div className="forms-pair">
          <Sender part="name" kind="short" label={say('senderName')} draft={draft} onChange={onChange} />
          <Sender part="email" kind="email" label={say('senderEmail')} draft={draft} onChange={onChange} />
          <Sender part="phone" kind="phone" label={say('senderPhone')} draft={draft} onChange={onChange} />
        </div>
      </Panel>
    </div>
  ) // prettier-ignore
}

function Languages({ draft, onChange }: Editing) {
  const say = useWords(settingsWords)
  const named = { fr: say('french'), en: say('english') }
  const turn = (language: FormLanguage, on: boolean) => {
    const languages = formLanguages.filter((each) => (each === language ? on : draft.languages.includes(each)))
    if (languages.length > 0) onChange({ ...draft, languages })
  }
  return (
    <fieldset className="forms-languages">
      <legend>{say('languages')}</legend>
      {formLanguages.map((language) => (
        <Checkbox key={language} isSelected={draft.languages.includes(language)} onChange={(on) => turn(language, on)}>
          {named[language]}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Reason({ draft, onChange }: Editing) {
  const say = useWords(settingsWords)
  const reasons = useAsk(listReasons, {})
  return (
    <Select
      label={say('reason')}
      value={draft.reason_id ?? NONE}
      onChange={(id) => onChange({ ...draft, reason_id: id === NONE ? null : id })}
      options={[
        { id: NONE, label: say('noReason') },
        ...(reasons.data?.items ?? []).map(({ id, name }) => ({ id: id as string, label: name })),
      ]}
    />
  )
}

type SenderEditing = Editing & { part: 'name' | 'email' | 'phone'; kind: FieldKind; label: string }

function Sender({ part, kind, label, draft, onChange }: SenderEditing) {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const fields = draft.fields.filter((field) => field.kind === kind)
  return (
    <Select
      label={label}
      value={draft.sender[part] ?? NONE}
      onChange={(id) => onChange({ ...draft, sender: { ...draft.sender, [part]: id === NONE ? null : id } })}
      options={[{ id: NONE, label: say('noField') }, ...fields.map((field) => ({ id: field.id as string, label: inLanguage(field.label, language) || field.id }))]}
    />
  ) // prettier-ignore
}
