import { listStaff } from '#staff/contract'
import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { MOST_CONDITIONS, type Condition, type Field, type FieldId, type FieldKind } from '../../contract.ts'
import { readNumber, unitsOf } from '../panel/read-number.ts'
import { words } from './words.ts'

type Asking = { conditions: readonly Condition[]; fields: readonly Field[]; onChange: (conditions: Condition[]) => void }

/** What must stand in the fields of a case: all of it. */
export function Conditions({ conditions, fields, onChange }: Asking) {
  const say = useWords(words)
  const put = (at: number, condition: Condition) => onChange(conditions.map((each, place) => (place === at ? condition : each)))
  const [first] = fields
  if (!first) return null
  return (
    <fieldset className="fields-conditions">
      <legend className="ui-label">{say('conditions')}</legend>
      {conditions.map((condition, at) => (
        <One
          key={`${at} ${condition.field}`}
          condition={condition}
          fields={fields}
          onChange={(changed) => put(at, changed)}
          onRemove={() => onChange(conditions.filter((_, place) => place !== at))}
        />
      ))}
      {conditions.length < MOST_CONDITIONS && (
        <div>
          <Button
            size="small"
            icon="plus"
            onPress={() => onChange([...conditions, { field: first.id, test: 'filled', value: null }])}
          >
            {say('addCondition')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const tests: Readonly<Record<FieldKind, readonly Condition['test'][]>> = {
  text: ['is', 'contains'], long_text: ['contains'], link: ['contains'], number: ['is', 'before', 'after'], money: ['before', 'after'], date: ['before', 'after', 'is'],
  choice: ['is'], choices: ['is'], yes_no: ['is'], person: ['is'],
} // prettier-ignore

type One = { condition: Condition; fields: readonly Field[]; onChange: (condition: Condition) => void; onRemove: () => void }

function One({ condition, fields, onChange, onRemove }: One) {
  const say = useWords(words)
  const spoken = useLanguage()
  const field = fields.find(({ id }) => id === condition.field)
  const offered: readonly Condition['test'][] = [...(field ? tests[field.kind] : []), 'filled', 'empty']
  const named = (test: Condition['test']): string => {
    if (field?.kind === 'date' && test === 'before') return say('beforeDay')
    if (field?.kind === 'date' && test === 'after') return say('afterDay')
    return say(test === 'empty' ? 'isEmpty' : test)
  }
  const needs = condition.test !== 'filled' && condition.test !== 'empty'
  return (
    <div className="fields-condition">
      <Select
        label={say('field')}
        hideLabel
        options={fields.map(({ id, name }) => ({ id: String(id), label: name[spoken] }))}
        value={condition.field}
        onChange={(id) => onChange({ field: id as FieldId, test: 'filled', value: null })} // chosen among fields
      />
      <Select
        label={say('test')}
        hideLabel
        options={offered.map((id) => ({ id, label: named(id) }))}
        value={condition.test}
        onChange={(test) =>
          onChange({ ...condition, test, value: test === 'filled' || test === 'empty' ? null : condition.value })
        }
      />
      {needs && field ? <Sought field={field} condition={condition} onChange={onChange} /> : <span />}
      <IconButton icon="close" size="small" label={say('removeCondition')} onPress={onRemove} />
    </div>
  )
}

type Sought = { field: Field; condition: Condition; onChange: (condition: Condition) => void }

function Sought({ field, condition, onChange }: Sought) {
  const say = useWords(words)
  const spoken = useLanguage()
  const put = (value: Condition['value']) => onChange({ ...condition, value })
  if (field.kind === 'choice' || field.kind === 'choices')
    return <Select label={say('value')} hideLabel options={field.options.map(({ id, name }) => ({ id: String(id), label: name[spoken] }))} value={[condition.value].flat().map(String)[0] ?? null} onChange={(id) => put([id])} />
  if (field.kind === 'yes_no')
    return <Select label={say('value')} hideLabel options={[{ id: 'true', label: say('yes') }, { id: 'false', label: say('no') }]} value={typeof condition.value === 'boolean' ? String(condition.value) : null} onChange={(id) => put(id === 'true')} />
  if (field.kind === 'person') return <Somebody value={condition.value} onChange={put} />
  return <TextField label={say('value')} hideLabel={field.kind !== 'date'} {...(field.kind === 'date' ? { label: say('relative') } : {})} value={typedOf(condition.value)} onChange={(text) => put(readTyped(field, text))} />
} // prettier-ignore

function Somebody({ value, onChange }: { value: Condition['value']; onChange: (value: string) => void }) {
  const say = useWords(words)
  const people = useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? []
  return <Select label={say('value')} hideLabel options={people.map(({ id, name }) => ({ id: String(id), label: name }))} value={typeof value === 'string' ? value : null} onChange={onChange} />
} // prettier-ignore

// Days are counted from today: 7 is in a week, -30 a month ago.
function typedOf(value: Condition['value']): string {
  if (value === null) return ''
  if (typeof value === 'object' && 'cents' in value) return String(value.cents / unitsOf(value.currency))
  const text = [value].flat().join(' ')
  const relative = /^today([+-]\d+)?$/.exec(text)
  return relative ? String(Number(relative[1] ?? 0)) : text
}

function readTyped({ kind, currency }: Field, text: string): Condition['value'] {
  const number = readNumber(text)
  if (kind === 'number') return number
  if (kind === 'money')
    return number === null ? null : { cents: Math.round(number * unitsOf(currency ?? 'EUR')), currency: currency ?? 'EUR' }
  if (kind !== 'date') return text
  return number === null ? text : `today${number < 0 ? '' : '+'}${Math.trunc(number)}`
}
