// What one fills in, by the kind of the field. What is chosen with one gesture is kept at once; what is written, with Enter.
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { listStaff } from '#staff/contract'
import { Button, IconButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { DateField } from '#ui/date'
import { TextArea, TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Filled, Value } from '../../contract.ts'
import { words } from './words.ts'
import { readNumber, unitsOf } from './read-number.ts'

type Filling = {
  filled: Filled
  busy: boolean
  fault: string | undefined
  onSave: (value: Value | null) => void
  onCancel: () => void
}

export function FieldInput(props: Filling) {
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!room.current?.contains(document.activeElement))
      room.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [])
  const leave = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    props.onCancel()
  }
  return (
    <div ref={room} className="fields-input" onKeyDown={leave}>
      <Kind {...props} />
    </div>
  )
}

function Kind(props: Filling) {
  switch (props.filled.field.kind) {
    case 'long_text':
      return <Written {...props} long />
    case 'text':
    case 'link':
      return <Written {...props} />
    case 'number':
      return <Numbered {...props} />
    case 'money':
      return <Priced {...props} />
    case 'date':
      return <Dated {...props} />
    case 'choice':
    case 'yes_no':
      return <Chosen {...props} />
    case 'choices':
      return <ChosenAmong {...props} />
    case 'person':
      return <Named {...props} />
  }
}

function useNamed({ filled }: Filling): { label: string; hideLabel: true; hint?: string } {
  const spoken = useLanguage()
  const hint = filled.field.help[spoken]
  return { label: filled.field.name[spoken], hideLabel: true, ...(hint ? { hint } : {}) }
}

function Kept({
  busy,
  onCancel,
  onKeep,
  children,
}: {
  busy: boolean
  onCancel: () => void
  onKeep: () => void
  children: ReactNode
}) {
  const say = useWords(words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onKeep()
  }
  return (
    <form onSubmit={submit}>
      {children}
      <div className="fields-buttons">
        <Button type="submit" size="small" tone="primary" busy={busy}>
          {say('save')}
        </Button>
        <Button size="small" tone="quiet" onPress={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

function Written({ long = false, ...props }: Filling & { long?: boolean }) {
  const named = useNamed(props)
  const [text, setText] = useState(typeof props.filled.value === 'string' ? props.filled.value : '')
  const error = props.fault
  return (
    <Kept {...props} onKeep={() => props.onSave(text.trim() === '' ? null : text)}>
      {long ? (
        <TextArea {...named} rows={4} autoFocus value={text} onChange={setText} error={error} />
      ) : (
        <TextField {...named} autoFocus value={text} onChange={setText} error={error} />
      )}
    </Kept>
  )
}

function Numbered(props: Filling) {
  const say = useWords(words)
  const named = useNamed(props)
  const [text, setText] = useState(props.filled.shown[useLanguage()])
  const [wrong, setWrong] = useState(false)
  const keep = () => {
    const number = readNumber(text)
    if (text.trim() !== '' && number === null) setWrong(true)
    else props.onSave(number)
  }
  return (
    <Kept {...props} onKeep={keep}>
      <TextField
        {...named}
        inputMode="decimal"
        autoFocus
        value={text}
        onChange={setText}
        error={wrong ? say('notNumber') : props.fault}
      />
    </Kept>
  )
}

function Priced(props: Filling) {
  const say = useWords(words)
  const named = useNamed(props)
  const before =
    typeof props.filled.value === 'object' && props.filled.value && 'cents' in props.filled.value ? props.filled.value : null
  const [currency, setCurrency] = useState(before?.currency ?? props.filled.field.currency ?? 'EUR')
  const [text, setText] = useState(before ? String(before.cents / unitsOf(before.currency)).replace('.', ',') : '')
  const [wrong, setWrong] = useState(false)
  const keep = () => {
    const amount = readNumber(text)
    if (text.trim() === '') props.onSave(null)
    else if (amount === null || !/^[A-Z]{3}$/.test(currency)) setWrong(true)
    else props.onSave({ cents: Math.round(amount * unitsOf(currency)), currency })
  }
  return (
    <Kept {...props} onKeep={keep}>
      <div className="fields-money">
        <TextField
          {...named}
          inputMode="decimal"
          autoFocus
          value={text}
          onChange={setText}
          error={wrong ? say('notNumber') : props.fault}
        />
        <TextField
          label={say('currency')}
          hideLabel
          value={currency}
          maxLength={3}
          onChange={(code) => setCurrency(code.toUpperCase())}
        />
      </div>
    </Kept>
  )
}

function Dated(props: Filling) {
  const named = useNamed(props)
  const [day, setDay] = useState(typeof props.filled.value === 'string' ? props.filled.value : null)
  return (
    <Kept {...props} onKeep={() => props.onSave(day)}>
      <DateField {...named} value={day} onChange={setDay} error={props.fault} />
    </Kept>
  )
}

const NONE = 'none'
function Chosen(props: Filling) {
  const say = useWords(words)
  const spoken = useLanguage()
  const named = useNamed(props)
  const { field, value } = props.filled
  const some =
    field.kind === 'yes_no'
      ? [{ id: 'true', label: say('yes') }, { id: 'false', label: say('no') }] // prettier-ignore
      : field.options
          .filter(({ id, retired }) => !retired || id === value)
          .map(({ id, name }) => ({ id: String(id), label: name[spoken] }))
  const pick = (id: string) => props.onSave(id === NONE ? null : field.kind === 'yes_no' ? id === 'true' : id)
  return (
    <div className="fields-one">
      <Select
        {...named}
        options={[{ id: NONE, label: say('unset') }, ...some]}
        value={typeof value === 'string' || typeof value === 'boolean' ? String(value) : NONE}
        onChange={pick}
        error={props.fault}
      />
      <IconButton icon="close" size="small" label={say('cancel')} onPress={props.onCancel} />
    </div>
  )
}

function ChosenAmong(props: Filling) {
  const spoken = useLanguage()
  const { field, value } = props.filled
  const [chosen, setChosen] = useState<readonly string[]>(Array.isArray(value) ? value : [])
  const offered = field.options.filter(({ id, retired }) => !retired || chosen.includes(id))
  const turn = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <Kept {...props} onKeep={() => props.onSave(chosen.length === 0 ? null : [...chosen])}>
      <fieldset className="fields-choices">
        <legend className="unseen">{field.name[spoken]}</legend>
        {offered.map(({ id, name }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(on) => turn(id, on)}>
            {name[spoken]}
          </Checkbox>
        ))}
      </fieldset>
    </Kept>
  )
}

function Named(props: Filling) {
  const say = useWords(words)
  const named = useNamed(props)
  const people = useAsk(listStaff, { limit: 200, gone: false }, { staleSeconds: 60 }).data?.items ?? []
  const options = people.map(({ id, name }) => ({ id: String(id), label: name }))
  const value = typeof props.filled.value === 'string' ? props.filled.value : null
  return (
    <div className="fields-one">
      <Combobox
        {...named}
        autoFocus
        options={options}
        value={value}
        onChange={(id) => id !== value && props.onSave(id)}
        error={props.fault}
      />
      {value && <IconButton icon="trash" size="small" label={say('clear')} onPress={() => props.onSave(null)} />}
      <IconButton icon="close" size="small" label={say('cancel')} onPress={props.onCancel} />
    </div>
  )
}
