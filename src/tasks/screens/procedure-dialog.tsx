import { useState, type FormEvent } from 'react'
import { listReasons } from '#cases/contract'
import { useAllTeams } from '#staff/screens'
import type { TeamId } from '#staff/contract'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { TextArea, TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listProcedures, MOST_STEPS, postProcedure, putProcedure, type Procedure, type Step } from '../contract.ts'
import { words } from './procedures-words.ts'

const firstStep = (number: number): Step => ({
  key: `s${number}`,
  title: '',
  text: '',
  asked: { owner: true },
  minutes: 480,
  checklist: [],
  after: [],
  show_first: false,
})

type Written = Pick<Procedure, 'name' | 'about' | 'reason_id' | 'steps' | 'checklist'>
const UNWRITTEN: Written = { name: '', about: '', reason_id: null, steps: [firstStep(1)], checklist: [] }
const isReady = ({ name, steps }: Written): boolean =>
  name.trim() !== '' && steps.length > 0 && steps.every((step) => step.title.trim() !== '' && step.minutes >= 1)

/** A procedure, step by step. */
export function ProcedureDialog({ procedure, onClose }: { procedure: Procedure | null; onClose: () => void }) {
  const say = useWords(words)
  const [written, setWritten] = useState<Written>(procedure ?? UNWRITTEN)
  const done = {
    refetch: [listProcedures],
    onDone: () => {
      toast({ tone: 'good' as const, text: say('saved') })
      onClose()
    },
  }
  const [add, change] = [useSend(postProcedure, done), useSend(putProcedure, done)]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady(written)) return
    const { name, about, reason_id, checklist } = written
    const given = {
      name: name.trim(),
      about: about.trim(),
      reason_id,
      checklist,
      steps: written.steps.map((step) => ({ ...step, title: step.title.trim() })),
    }
    if (procedure) change.mutate({ ...given, id: procedure.id, version: procedure.version })
    else add.mutate(given)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={say(procedure ? 'editTitle' : 'newTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            type="submit"
            form="tasks-procedure"
            tone="primary"
            icon="check"
            isDisabled={!isReady(written)}
            busy={add.isPending || change.isPending}
          >
            {say('save')}
          </Button>
        </>
      }
    >
      <form id="tasks-procedure" onSubmit={submit}>
        <Fields written={written} onChange={(part) => setWritten({ ...written, ...part })} />
      </form>
    </Dialog>
  )
}

function Fields({ written, onChange }: { written: Written; onChange: (part: Partial<Written>) => void }) {
  const say = useWords(words)
  const { steps } = written
  const [items, setItems] = useState(written.checklist.join('\n'))
  const reasons = useAsk(listReasons, {}, { staleSeconds: 300 }).data?.items ?? []
  const options = [{ id: '', label: say('noReason') }, ...reasons.map(({ id, name }) => ({ id: String(id), label: name }))]
  const drop = (key: string) =>
    onChange({
      steps: steps
        .filter((step) => step.key !== key)
        .map((step) => ({ ...step, after: step.after.filter((each) => each !== key) })),
    })
  const more = () => {
    const step = firstStep(1 + Math.max(0, ...steps.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0))))
    onChange({ steps: [...steps, { ...step, after: steps.slice(-1).map(({ key }) => key) }] })
  }
  return (
    <Stack>
      <TextField
        label={say('name')}
        value={written.name}
        onChange={(name) => onChange({ name })}
        maxLength={120}
        isRequired
        autoFocus
      />
      <TextField label={say('about')} value={written.about} onChange={(about) => onChange({ about })} maxLength={1_000} />
      <Select
        label={say('reason')}
        options={options}
        value={written.reason_id ?? ''}
        onChange={(id) => onChange({ reason_id: reasons.find((each) => each.id === id)?.id ?? null })}
      />
      {steps.map((step, at) => (
        <StepField
          key={step.key}
          number={at + 1}
          step={step}
          before={steps.slice(0, at)}
          onChange={(next) => onChange({ steps: steps.map((each, i) => (i === at ? next : each)) })}
          onDrop={steps.length > 1 ? () => drop(step.key) : null}
        />
      ))}
      {steps.length < MOST_STEPS && (
        <Button icon="plus" onPress={more}>
          {say('addStep')}
        </Button>
      )}
      <TextArea
        label={say('caseChecklist')}
        rows={3}
        value={items}
        onChange={(text) => {
          setItems(text)
          onChange({ checklist: linesOf(text) })
        }}
      />
    </Stack>
  )
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim().slice(0, 300)).filter((line) => line !== '').slice(0, 100) // prettier-ignore

type Stepping = {
  number: number
  step: Step
  before: readonly Step[]
  onChange: (step: Step) => void
  onDrop: (() => void) | null
}
function StepField({ number, step, before, onChange, onDrop }: Stepping) {
  const say = useWords(words)
  const [items, setItems] = useState(step.checklist.join('\n'))
  const change = (part: Partial<Step>) => onChange({ ...step, ...part })
  return (
    <fieldset className="tasks-step">
      <legend>{say('step', { number })}</legend>
      <Stack gap={2}>
        <TextField
          label={say('stepTitle')}
          value={step.title}
          onChange={(title) => change({ title })}
          maxLength={200}
          isRequired
        />
        <div className="tasks-two">
          <AskedOf value={step.asked} onChange={(asked) => change({ asked })} />
          <TextField
            label={say('hours')}
            inputMode="decimal"
            value={String(step.minutes / 60)}
            onChange={(text) => change({ minutes: Math.max(0, Math.round(Number(text.replace(',', '.')) * 60)) || 0 })}
            maxLength={6}
          />
        </div>
        <TextArea label={say('stepText')} rows={2} value={step.text} onChange={(text) => change({ text })} maxLength={20_000} />
        {before.length > 0 && (
          <fieldset className="tasks-choose">
            <legend>{say('after')}</legend>
            {before.map(({ key, title }) => (
              <Checkbox
                key={key}
                isSelected={step.after.includes(key)}
                onChange={(on) => change({ after: on ? [...step.after, key] : step.after.filter((each) => each !== key) })}
              >
                {title || key}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <TextArea
          label={say('checklist')}
          rows={2}
          value={items}
          onChange={(text) => {
            setItems(text)
            change({ checklist: linesOf(text) })
          }}
        />
        <Checkbox isSelected={step.show_first} onChange={(show_first) => change({ show_first })}>
          {say('showFirst')}
        </Checkbox>
        {onDrop && (
          <Button size="small" tone="quiet" icon="trash" onPress={onDrop}>
            {say('removeStep', { number })}
          </Button>
        )}
      </Stack>
    </fieldset>
  )
}

function AskedOf({ value, onChange }: { value: Step['asked']; onChange: (asked: Step['asked']) => void }) {
  const say = useWords(words)
  const teams = useAllTeams()
  const options = [
    { id: 'owner', label: say('asked_owner') },
    ...teams.map(({ id, name }) => ({ id: String(id), label: say('asked_team', { name }) })),
  ]
  const chosen = 'team' in value ? String(value.team) : 'owner' in value ? 'owner' : null // by name or outside: set by a set-up, and left as it is
  return (
    <Select
      label={say('asked')}
      options={options}
      value={chosen}
      onChange={(id) => onChange(id === 'owner' ? { owner: true } : { team: id as TeamId })}
    />
  ) // chosen among teams
}
