import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { inLanguage, saidOf, type Condition, type Definition, type Field, type Show } from '../../contract.ts'
import { words } from './words.ts'

type Editing = { field: Field; draft: Definition; onChange: (show: Show | null) => void }

/** When a field is asked: built from choices, and said back in plain words. */
export function Conditions({ field, draft, onChange }: Editing) {
  const say = useWords(words)
  const language = useLanguage()
  const others = draft.fields.filter(({ id, kind }) => id !== field.id && kind !== 'explanation')
  const { show } = field
  const fresh = (): Condition => ({ field: others[0]!.id, test: 'answered', value: '' }) // asked only when there is another
  const change = (at: number, condition: Condition) =>
    show && onChange({ ...show, conditions: show.conditions.map((each, index) => (index === at ? condition : each)) })
  const remove = (at: number) => {
    const conditions = show?.conditions.filter((_, index) => index !== at) ?? []
    onChange(show && conditions.length > 0 ? { ...show, conditions } : null)
  }
  if (others.length === 0) return <p className="forms-hint">{say('noOthers')}</p>
  return (
    <fieldset className="forms-conditions">
      <legend>{say('shown')}</legend>
      <Segments
        label={say('shown')} value={show ? 'when' : 'always'} onChange={(wanted) => onChange(wanted === 'always' ? null : (show ?? { when: 'all', conditions: [fresh()] }))}
        options={[{ id: 'always', label: say('always') }, { id: 'when', label: say('onlyWhen') }]}
      />
      {show?.conditions.map((condition, at) => (
        <One key={at} condition={condition} others={others} onChange={(next) => change(at, next)} onRemove={() => remove(at)} />
      ))}
      {show && (
        <div className="forms-pair">
          {show.conditions.length > 1 && (
            <Segments
              label={say('shown')} value={show.when} onChange={(when) => onChange({ ...show, when })}
              options={[{ id: 'all', label: say('when_all') }, { id: 'any', label: say('when_any') }]}
            />
          )}
          {show.conditions.length < 10 && (
            <Button size="small" icon="plus" onPress={() => onChange({ ...show, conditions: [...show.conditions, fresh()] })}>{say('addCondition')}</Button>
          )}
        </div>
      )}
      {show && <p className="forms-said">{say('sayShown', { said: saidOf(show, { fields: draft.fields, language }) })}</p>}
    </fieldset>
  ) // prettier-ignore
}

type OneEditing = {
  condition: Condition
  others: readonly Field[]
  onChange: (condition: Condition) => void
  onRemove: () => void
}

function One({ condition, others, onChange, onRemove }: OneEditing) {
  const say = useWords(words)
  const language = useLanguage()
  const asked = others.find(({ id }) => id === condition.field)
  return (
    <div className="forms-condition">
      <Select
        label={say('whichField')} value={condition.field} onChange={(field) => onChange({ field, test: 'answered', value: '' })}
        options={others.map(({ id, label }) => ({ id: id as string, label: inLanguage(label, language) || id }))}
      />
      <Select
        label={say('onlyWhen')} hideLabel value={condition.test} onChange={(test) => onChange({ ...condition, test })}
        options={(['answered', 'is', 'contains'] as const).map((id) => ({ id, label: say(`test_${id}`) }))}
      />
      {condition.test !== 'answered' &&
        (asked && 'options' in asked && condition.test === 'is' ? (
          <Select
            label={say('value')} value={condition.value === '' ? null : condition.value} onChange={(value) => onChange({ ...condition, value })}
            options={asked.options.map(({ id, label }) => ({ id: id as string, label: inLanguage(label, language) || id }))}
          />
        ) : (
          <TextField label={say('value')} value={condition.value} maxLength={300} onChange={(value) => onChange({ ...condition, value })} />
        ))}
      <IconButton icon="trash" size="small" label={say('remove')} onPress={onRemove} />
    </div>
  ) // prettier-ignore
}
