import { useState } from 'react'
import { send } from '#ui/api'
import { Button, ButtonRow } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { DateField } from '#ui/date'
import { Drawer } from '#ui/dialog'
import { sentenceOf } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice, Stack } from '#ui/layout'
import { refetch, useAsk } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { laws } from '../../contract/law.ts'
import { weekdays } from '../../contract/moments.ts'
import { listContracts, listPatterns, putContract, type ContractsOf } from '../../contract/work-terms.ts'
import { HourField } from '../planning/hour-field.tsx'
import { weekdayName } from '../mine/wish-words.ts'
import { formOf, isSimple, number, termsOf, wrongIn, type ContractField, type ContractForm } from './contract-form.ts'
import { ContractHistory } from './contract-history.tsx'
import { contractWords } from './contract-words.ts'

type Writing = { people: readonly ContractsOf[]; onClose: () => void; onDone: () => void }

/** One contract, for one person or for several at one go: as it is now, then as it shall be from a day on. */
export function ContractDrawer({ people, onClose, onDone }: Writing) {
  const say = useWords(contractWords)
  const [one] = people
  const [form, setForm] = useState<ContractForm | null>(one ? formOf(one.now) : null)
  const [from, setFrom] = useState<string | null>(Temporal.Now.plainDateISO().toString())
  const [tried, setTried] = useState(false)
  const write = useWriting(onDone)
  if (!one || !form) return null
  const wrong = wrongIn(form)
  const bad = Object.keys(wrong).length > 0 || !from
  const post = (): void => {
    setTried(true)
    if (!bad && from) void write.all(people, { form, from })
  }
  const alone = people.length === 1
  return (
    <Drawer
      open
      onClose={onClose}
      title={alone ? say('ofOne', { name: one.person.name }) : say('ofMany', { count: people.length })}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={write.busy} isDisabled={tried && bad} onPress={post}>{say('write')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        {!alone && <p className="scheduling-quiet">{say('manyText', { names: namesOf(people) })}</p>}
        {write.error && <Notice tone="danger" title={write.error.who}>{sentenceOf(write.error.error)}</Notice>}
        <Fields form={form} onForm={(part) => setForm({ ...form, ...part })} wrong={wrong} isSimple={people.every(({ now }) => isSimple(now))} />
        <DateField label={say('from')} value={from} onChange={setFrom} hint={say('fromText')} {...(from ? {} : { error: say('wrong_from') })} isRequired />
        {alone && <ContractHistory of={one} />}
      </Stack>
    </Drawer>
  )
} // prettier-ignore

const NAMED = 4
const namesOf = (people: readonly ContractsOf[]): string =>
  people.slice(0, NAMED).map(({ person }) => person.name).join(', ') + (people.length > NAMED ? ', …' : '') // prettier-ignore

type Wished = { form: ContractForm; from: string }
/** One after the other: at the first that is refused it stops and says whose it was. */
function useWriting(onDone: () => void) {
  const say = useWords(contractWords)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<{ who: string; error: unknown } | null>(null)
  const all = async (people: readonly ContractsOf[], { form, from }: Wished): Promise<void> => {
    setBusy(true)
    setError(null)
    for (const { person, version, now } of people)
      try {
        await send(putContract, { person: person.id, version, from, until: null, terms: termsOf(form, now) })
      } catch (refused) {
        setBusy(false)
        setError({ who: person.name, error: refused })
        return await refetch(listContracts)
      }
    await refetch(listContracts)
    toast({ text: say('written', { count: people.length }), tone: 'good' })
    onDone()
  }
  return { all, busy, error }
}

type Filling = {
  form: ContractForm
  onForm: (part: Partial<ContractForm>) => void
  wrong: ReturnType<typeof wrongIn>
  isSimple: boolean
}

function Fields({ form, onForm, wrong, isSimple: simple }: Filling) {
  const say = useWords(contractWords)
  const spoken = useLanguage()
  const error = (field: ContractField): { error?: string } => {
    const word = wrong[field]
    return word ? { error: say(word) } : {}
  }
  const short = number(form.hours) < laws.fr.part_time.week_least_h
  return (
    <>
      <div className="scheduling-two">
        <TextField label={say('hours')} value={form.hours} onChange={(hours) => onForm({ hours })} inputMode="decimal" {...error('hours')} />
        <TextField label={say('days')} value={form.days} onChange={(days) => onForm({ days })} inputMode="numeric" {...error('days')} />
      </div>
      {short && !wrong.hours && <Checkbox isSelected={form.askedShort} onChange={(askedShort) => onForm({ askedShort })}>{say('askedShort')}</Checkbox>}
      <TextField label={say('band')} value={form.band} onChange={(band) => onForm({ band })} inputMode="decimal" hint={say('bandHint')} {...error('band')} />
      <TextField label={say('overtime')} value={form.overtime} onChange={(overtime) => onForm({ overtime })} inputMode="decimal" hint={say('overtimeHint')} {...error('overtime')} />
      <div className="scheduling-two">
        <TextField label={say('dayLeast')} value={form.dayLeast} onChange={(dayLeast) => onForm({ dayLeast })} inputMode="decimal" {...error('dayLeast')} />
        <TextField label={say('dayMost')} value={form.dayMost} onChange={(dayMost) => onForm({ dayMost })} inputMode="decimal" {...error('dayMost')} />
      </div>
      {simple ? (
        <>
          <fieldset className="scheduling-weekday-set" aria-describedby="contract-on">
            <legend>{say('on')}</legend>
            {weekdays.map((day) => <Checkbox key={day} isSelected={form.on.includes(day)} onChange={(on) => onForm({ on: weekdays.filter((each) => (each === day ? on : form.on.includes(each))) })}>{weekdayName(day, spoken)}</Checkbox>)}
            {wrong.on && <p id="contract-on" className="scheduling-wrong">{say(wrong.on)}</p>}
          </fieldset>
          <div className="scheduling-two">
            <HourField eager label={say('notBefore')} value={form.from} onChange={(from) => onForm({ from })} />
            <HourField eager label={say('notAfter')} value={form.to} onChange={(to) => onForm({ to })} untilMidnight {...error('to')} />
          </div>
        </>
      ) : <p className="scheduling-quiet">{say('manyRules')}</p>}
      <Which form={form} onForm={onForm} wrong={wrong} />
    </>
  )
} // prettier-ignore

/** Which patterns they work by: asked only where there are some to choose from. */
function Which({ form, onForm, wrong }: Omit<Filling, 'isSimple'>) {
  const say = useWords(contractWords)
  const known = useAsk(listPatterns, { retired: false, limit: 100 }, { staleSeconds: 60 }).data?.items ?? []
  if (known.length < 2 && form.patterns === null) return null
  const names = known.map(({ terms }) => terms.name)
  const turn = (name: string, on: boolean): void => {
    const before = form.patterns ?? names
    const next = names.filter((each) => (each === name ? on : before.includes(each)))
    onForm({ patterns: next.length === names.length ? null : next })
  }
  return (
    <fieldset className="scheduling-weekday-set">
      <legend>{say('patterns')}</legend>
      {names.map((name) => <Checkbox key={name} isSelected={form.patterns?.includes(name) ?? true} onChange={(on) => turn(name, on)}>{name}</Checkbox>)}
      {wrong.patterns && <p className="scheduling-wrong">{say(wrong.patterns)}</p>}
    </fieldset>
  )
} // prettier-ignore
