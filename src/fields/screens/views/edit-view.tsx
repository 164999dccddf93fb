import { useState, type FormEvent } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Checkbox, Switch } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  columnNames,
  countViews,
  listFields,
  listViewCases,
  listViews,
  patchView,
  postView,
  type Field,
  type NewView,
  type View,
} from '../../contract.ts'
import { Conditions } from './conditions.tsx'
import { Filter } from './filter.tsx'
import { words } from './words.ts'

type Editing = { view: View | null; onClose: () => void; onSaved: (view: View) => void }

const fresh: NewView = {
  name: '', shared: false, in_rail: true, columns: ['customer', 'owner', 'stands', 'last'], sort: { by: 'last', down: true },
  filter: { status: 'open', stands: null, owner: null, handler: null, reason: null, priority: null, brand: null, clock: null, waits_for: null, fields: [] },
} // prettier-ignore

/** A view is written: its name, which cases, which columns, in which order. */
export function EditView({ view, onClose, onSaved }: Editing) {
  const say = useWords(words)
  const [draft, setDraft] = useState<NewView>(() => view ?? fresh)
  const fields = useAsk(listFields, { subject: 'case', retired: false }, { staleSeconds: 60 }).data?.items ?? []
  const done = (saved: View) => {
    toast({ text: say('saved'), tone: 'good' })
    onSaved(saved)
  }
  const how = { refetch: [listViews, listViewCases, countViews], onDone: done, onError: () => {} } // shown in place
  const [add, change] = [useSend(postView, how), useSend(patchView, how)]
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { name, shared, in_rail, columns, sort, filter } = draft
    const body = { name, shared, in_rail, columns, sort, filter }
    if (view) change.mutate({ id: view.id, version: view.version, ...body })
    else add.mutate(body)
  }
  const put = (part: Partial<NewView>) => setDraft({ ...draft, ...part })
  const fault = add.error ?? change.error
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button
        type="submit"
        form="fields-view"
        tone="primary"
        isDisabled={draft.name.trim() === '' || draft.columns.length === 0}
        busy={add.isPending || change.isPending}
      >
        {say('save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} size="wide" title={say(view ? 'editOf' : 'newTitle')} foot={foot}>
      <form id="fields-view" onSubmit={save}>
        <Stack gap={6}>
          <TextField
            label={say('name')}
            autoFocus
            value={draft.name}
            maxLength={80}
            onChange={(name) => put({ name })}
            isRequired
          />
          <Filter filter={draft.filter} onChange={(filter) => put({ filter })} />
          <Conditions
            conditions={draft.filter.fields}
            fields={fields}
            onChange={(conditions) => put({ filter: { ...draft.filter, fields: conditions } })}
          />
          <Shown draft={draft} fields={fields} onChange={put} />
          <Sharing draft={draft} onChange={put} />
          {fault && <Failure error={fault} />}
        </Stack>
      </form>
    </Dialog>
  )
}

type Part = { draft: NewView; onChange: (part: Partial<NewView>) => void }
const SORTABLE: readonly Field['kind'][] = ['text', 'link', 'number', 'money', 'date']

function Shown({ draft, fields, onChange }: Part & { fields: readonly Field[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const turn = (id: NewView['columns'][number], on: boolean) =>
    onChange({ columns: on ? [...draft.columns, id] : draft.columns.filter((each) => each !== id) })
  const all = [
    ...columnNames.map((id) => ({ id, label: say(id) })),
    ...fields.map(({ id, name }) => ({ id, label: name[spoken] })),
  ]
  const orders = fields.filter(({ kind }) => SORTABLE.includes(kind)).flatMap(({ id, name }) => [
    { id: `${id} up`, label: say('sortUp', { name: name[spoken] }) },
    { id: `${id} down`, label: say('sortDown', { name: name[spoken] }) },
  ]) // prettier-ignore
  const set = (chosen: string) => {
    const [by = 'last', way = 'down'] = chosen.split(' ')
    onChange({ sort: { by: by as NewView['sort']['by'], down: way === 'down' } }) // chosen among the orders above
  }
  return (
    <>
      <fieldset className="fields-columns">
        <legend className="ui-label">{say('columns')}</legend>
        {all.map(({ id, label }) => (
          <Checkbox
            key={id}
            isSelected={draft.columns.includes(id)}
            isDisabled={!draft.columns.includes(id) && draft.columns.length >= 10}
            onChange={(on) => turn(id, on)}
          >
            {label}
          </Checkbox>
        ))}
      </fieldset>
      {orders.length > 0 && (
        <Select
          label={say('sort')}
          options={[{ id: 'last down', label: say('sortLast') }, ...orders]}
          value={`${draft.sort.by} ${draft.sort.down ? 'down' : 'up'}`}
          onChange={set}
        />
      )}
    </>
  )
}

function Sharing({ draft, onChange }: Part) {
  const say = useWords(words)
  const { may } = useMe()
  return (
    <>
      <Switch isSelected={draft.in_rail} onChange={(in_rail) => onChange({ in_rail })} detail={say('railText')}>
        {say('rail')}
      </Switch>
      {may('view.share') && (
        <Switch isSelected={draft.shared} onChange={(shared) => onChange({ shared })} detail={say('shareText')}>
          {say('share')}
        </Switch>
      )}
    </>
  )
}
