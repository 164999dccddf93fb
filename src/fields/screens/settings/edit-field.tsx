import { useState, type FormEvent } from 'react'
import { listReasons } from '#cases/contract'
import { Button } from '#ui/button'
import { Checkbox, Switch } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { fieldKinds, listFields, listValues, patchField, postField, type Field, type FieldSubject } from '../../contract.ts'
import { bodyOf, chooses, draftOf, type Drafted } from './drafted.ts'
import { words } from './words.ts'

type Editing = { field: Field | null; subject: FieldSubject; onClose: () => void }

export function EditField({ field, subject, onClose }: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [draft, setDraft] = useState(() => draftOf(field, spoken))
  const done = () => {
    toast({ text: say('done'), tone: 'good' })
    onClose()
  }
  const how = { refetch: [listFields, listValues], onDone: done, onError: () => {} } // shown in place
  const [add, change] = [useSend(postField, how), useSend(patchField, how)]
  const save = (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(draft, { field, subject, spoken })
    if (field) change.mutate({ id: field.id, version: field.version, ...body })
    else add.mutate({ subject, kind: draft.kind, ...body })
  }
  const fault = add.error ?? change.error
  const ready = (draft.fr.trim() !== '' || draft.en.trim() !== '') && (!chooses(draft.kind) || draft.options.trim() !== '')
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button type="submit" form="fields-edit" tone="primary" isDisabled={!ready} busy={add.isPending || change.isPending}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={field ? field.name[spoken] : say('newTitle')} foot={foot}>
      <form id="fields-edit" onSubmit={save}>
        <Stack>
          <Asking draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} isNew={field === null} />
          {subject === 'case' && <OfCases draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />}
          {draft.kind === 'date' && <Reminding draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />}
          {fault && <Failure error={fault} />}
        </Stack>
      </form>
    </Dialog>
  )
}

type Part = { draft: Drafted; onChange: (part: Partial<Drafted>) => void }

function Asking({ draft, onChange, isNew }: Part & { isNew: boolean }) {
  const say = useWords(words)
  return (
    <>
      {isNew && (
        <Select
          label={say('kind')} hint={say('kindHint')} value={draft.kind} onChange={(kind) => onChange({ kind })}
          options={fieldKinds.map((id) => ({ id, label: say(id) }))}
        />
      )}
      <div className="fields-pair">
        <TextField label={say('nameFr')} autoFocus value={draft.fr} maxLength={120} onChange={(fr) => onChange({ fr })} />
        <TextField label={say('nameEn')} hint={say('sameHint')} value={draft.en} maxLength={120} onChange={(en) => onChange({ en })} />
      </div>
      {chooses(draft.kind) && (
        <TextArea label={say('options')} hint={say('optionsHint')} rows={5} value={draft.options} onChange={(options) => onChange({ options })} isRequired />
      )}
      {draft.kind === 'money' && <TextField label={say('currency')} value={draft.currency} maxLength={3} onChange={(currency) => onChange({ currency })} />}
      <TextField label={say('help')} hint={say('helpHint')} value={draft.help} maxLength={500} onChange={(help) => onChange({ help })} />
      <TextField label={say('group')} hint={say('groupHint')} value={draft.group} maxLength={120} onChange={(group) => onChange({ group })} />
    </>
  ) // prettier-ignore
}

function OfCases({ draft, onChange }: Part) {
  const say = useWords(words)
  const reasons = useAsk(listReasons, {}, { staleSeconds: 60 }).data?.items ?? []
  const turn = (id: string, on: boolean) =>
    onChange({ reasons: on ? [...draft.reasons, id] : draft.reasons.filter((each) => each !== id) })
  return (
    <>
      <Checkbox isSelected={draft.required} onChange={(required) => onChange({ required })} detail={say('requiredText')}>
        {say('required')}
      </Checkbox>
      {reasons.length > 0 && (
        <fieldset className="fields-reasons">
          <legend className="ui-label">{say('reasons')}</legend>
          <small>{say('reasonsHint')}</small>
          <div>
            {reasons.map(({ id, name }) => (
              <Checkbox key={id} isSelected={draft.reasons.includes(id)} onChange={(on) => turn(id, on)}>
                {name}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}

function Reminding({ draft, onChange }: Part) {
  const say = useWords(words)
  return (
    <>
      <Switch isSelected={draft.reminds} onChange={(reminds) => onChange({ reminds })}>
        {say('remind')}
      </Switch>
      {draft.reminds && (
        <>
          <div className="fields-pair">
            <TextField
              label={say('remindDays')} inputMode="numeric" value={String(draft.days)}
              onChange={(text) => onChange({ days: Math.min(250, Number(text.replaceAll(/\D/g, '') || '0')) })}
            />
            <Select
              label={say('remindWay')} value={draft.way} onChange={(way) => onChange({ way })}
              options={[{ id: 'tell', label: say('tell') }, { id: 'open', label: say('open') }]}
            />
          </div>
          <TextField label={say('remindWhat')} placeholder={say('remindWhatPlace')} value={draft.what} maxLength={200} onChange={(what) => onChange({ what })} />
        </>
      )}
    </>
  ) // prettier-ignore
}
