import type { Id, PersonId } from '#base/contract'
import { listStaff, listTeams } from '#staff/contract'
import { Button, IconButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { TextField } from '#ui/field'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { causes, deeds, MOST_STEPS, roleNames, type StepId, type Whom } from '../../contract.ts'
import type { Change } from './level-editor.tsx'
import type { LevelForm, WrittenStep } from './level-form.ts'
import { words } from './words.ts'

export function Ladder({ form, change }: { form: LevelForm; change: Change }) {
  const say = useWords(words)
  const put = (place: number, step: WrittenStep): void => change({ ladder: form.ladder.map((each, at) => (at === place ? step : each)) })
  const add = (): void =>
    change({ ladder: [...form.ladder, { id: crypto.randomUUID() as StepId, of: ['first_answer', 'next_answer'], when: 'after', amount: '1 h', whom: { kind: 'team_manager' }, does: ['tell'] }] }) // prettier-ignore
  return (
    <fieldset className="clocks-set">
      <legend>{say('ladder')}</legend>
      <p className="clocks-lead">{say('ladderHint')}</p>
      {form.ladder.map((step, place) => (
        <OneStep key={step.id} step={step} number={place + 1} onChange={(next) => put(place, next)} onRemove={() => change({ ladder: form.ladder.filter((_, at) => at !== place) })} />
      ))}
      {form.ladder.length < MOST_STEPS && (
        <div>
          <Button size="small" icon="plus" onPress={add}>
            {say('addStep')}
          </Button>
        </div>
      )}
    </fieldset>
  )
} // prettier-ignore

type Stepping = { step: WrittenStep; number: number; onChange: (step: WrittenStep) => void; onRemove: () => void }

function OneStep({ step, number, onChange, onRemove }: Stepping) {
  const say = useWords(words)
  const when = [
    { id: 'percent' as const, label: say('whenPercent') },
    { id: 'after' as const, label: say('whenAfter') },
  ]
  return (
    <div className="clocks-step" role="group" aria-label={say('step', { number })}>
      <div className="clocks-step-line">
        <strong>{say('step', { number })}</strong>
        <Select label={say('when')} options={when} value={step.when} onChange={(id) => onChange({ ...step, when: id, amount: id === 'percent' ? '90' : '1 h' })} />
        <TextField label={say('amount')} value={step.amount} onChange={(amount) => onChange({ ...step, amount })} maxLength={20} />
        <WhomSelect whom={step.whom} onChange={(whom) => onChange({ ...step, whom })} />
        <IconButton icon="trash" label={say('removeStep', { number })} onPress={onRemove} />
      </div>
      <Several label={say('does')} all={deeds.map((id) => ({ id, label: say(id) }))} chosen={step.does} onChoose={(does) => onChange({ ...step, does })} />
      <Several label={say('of')} all={causes.map((id) => ({ id, label: say(id) }))} chosen={step.of} onChoose={(of) => onChange({ ...step, of })} />
    </div>
  )
} // prettier-ignore

type Choosing<Name extends string> = {
  label: string
  all: readonly { id: Name; label: string }[]
  chosen: readonly Name[]
  onChoose: (chosen: Name[]) => void
}

function Several<Name extends string>({ label, all, chosen, onChoose }: Choosing<Name>) {
  const toggle = (id: Name, on: boolean): void =>
    onChoose(all.map((each) => each.id).filter((other) => (other === id ? on : chosen.includes(other))))
  return (
    <div role="group" aria-label={label}>
      <span>{label}</span>
      <div className="clocks-choices">
        {all.map(({ id, label: name }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(on) => toggle(id, on)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}

function WhomSelect({ whom, onChange }: { whom: Whom; onChange: (whom: Whom) => void }) {
  const say = useWords(words)
  const people = useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 300 }).data?.items ?? []
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const options = [
    ...roleNames.map((id) => ({ id: String(id), label: say(id) })),
    ...teams.map(({ id, name }) => ({ id: `team ${id}`, label: say('teamNamed', { name }) })),
    ...people.map(({ id, name }) => ({ id: `person ${id}`, label: name })),
  ]
  const value = 'id' in whom ? `${whom.kind} ${whom.id}` : whom.kind
  return <Select label={say('whom')} options={options} value={value} onChange={(id) => onChange(whomOf(id))} />
}

function whomOf(value: string): Whom {
  const [kind, id] = value.split(' ')
  if (id && kind === 'team') return { kind, id: id as Id<'team'> } // chosen among teams
  if (id && kind === 'person') return { kind, id: id as PersonId } // chosen among people
  return { kind: roleNames.find((name) => name === kind) ?? 'owner' }
}
