import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { DateField } from '#ui/date'
import { SearchField, TextField } from '#ui/field'
import { Notice, Panel, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { gatheringKinds, listGatherings, patchGathering, postGathering, type Gathering } from '../../../contract/gatherings.ts'
import { getBoard, type Plan } from '../../../contract/plans.ts'
import { gridWords } from '../grid/words.ts'
import { gatheringWords } from './words.ts'

type PersonId = Gathering['people'][number]['id']
const SHOWN = 40 // of the names that match

type Writing = { plan: Plan; kept?: Gathering; onDone?: (kept: Gathering) => void; onCancel?: () => void }

/** One more, or one changed: what, how long, for whom, on which days. */
export function WriteGathering({ plan, kept, onDone, onCancel }: Writing) {
  const say = useWords(gatheringWords)
  const sayKind = useWords(gridWords)
  const [kind, setKind] = useState<Gathering['kind']>(kept?.kind ?? 'meeting')
  const [name, setName] = useState(kept?.name ?? '')
  const [minutes, setMinutes] = useState(String(kept?.length_min ?? 30))
  const [together, setTogether] = useState(kept?.together ?? true)
  const [people, setPeople] = useState<ReadonlySet<PersonId>>(new Set(kept?.people.map(({ id }) => id)))
  const [days, setDays] = useState(kept ? daysOf(kept.window, plan.zone) : { from: plan.first_day, to: plan.last_day })
  const add = useSend(postGathering, {
    refetch: [listGatherings],
    onDone: () => {
      setName('')
      setPeople(new Set())
    },
  })
  const change = useSend(patchGathering, { refetch: [listGatherings], ...(onDone ? { onDone } : {}) })
  const long = Number(minutes)
  const wrong = !(Number.isInteger(long) && long >= 5 && long <= 600)
  const post = (): void =>
    kept
      ? change.mutate({ id: kept.id, version: kept.version, name, length_min: long, people: [...people], ...windowOf(days, plan.zone) })
      : add.mutate({ id: plan.id, kind, name, length_min: long, people: [...people], together, ...windowOf(days, plan.zone) })
  return (
    <Panel title={say(kept ? 'change' : 'add')}>
      <Stack>
        {kept && kept.placed.length > 0 && <Notice>{say('changePlaced')}</Notice>}
        <div className="scheduling-two">
          <Select label={say('kind')} options={gatheringKinds.map((id) => ({ id, label: sayKind(id) }))} value={kind} onChange={setKind} isDisabled={kept !== undefined} />
          <TextField label={say('minutes')} value={minutes} onChange={setMinutes} inputMode="numeric" {...(wrong ? { error: say('minutesWrong') } : {})} />
        </div>
        <TextField label={say('name')} value={name} onChange={setName} maxLength={200} />
        <Whom plan={plan} people={people} onPeople={setPeople} />
        {people.size > 1 && !kept && <Checkbox isSelected={together} onChange={setTogether}>{say('together')}</Checkbox>}
        <div className="scheduling-two">
          <DateField label={say('from')} value={days.from} onChange={(from) => from && setDays({ ...days, from })} min={plan.first_day} max={plan.last_day} />
          <DateField label={say('to')} value={days.to} onChange={(to) => to && setDays({ ...days, to })} min={days.from} max={plan.last_day} />
        </div>
        <ButtonRow end>
          {onCancel && <Button tone="quiet" onPress={onCancel}>{say('leave')}</Button>}
          <Button tone="primary" icon={kept ? 'check' : 'plus'} busy={add.isPending || change.isPending} isDisabled={people.size === 0 || wrong || days.to < days.from} onPress={post}>{say(kept ? 'save' : 'add')}</Button>
        </ButtonRow>
      </Stack>
    </Panel>
  )
} // prettier-ignore

/** Its days: the last midnight belongs to the day before. */
function daysOf({ starts_at, ends_at }: Gathering['window'], zone: string): { from: string; to: string } {
  const day = (instant: Temporal.Instant): string => instant.toZonedDateTimeISO(zone).toPlainDate().toString()
  return { from: day(Temporal.Instant.from(starts_at)), to: day(Temporal.Instant.from(ends_at).subtract({ milliseconds: 1 })) }
}

/** From the first midnight to the one after the last day. */
function windowOf({ from, to }: { from: string; to: string }, zone: string): { from: string; to: string } {
  const midnight = (day: Temporal.PlainDate): string => day.toZonedDateTime(zone).toInstant().toString()
  return { from: midnight(Temporal.PlainDate.from(from)), to: midnight(Temporal.PlainDate.from(to).add({ days: 1 })) }
}

type Choosing = { plan: Plan; people: ReadonlySet<PersonId>; onPeople: (people: ReadonlySet<PersonId>) => void }

function Whom({ plan, people, onPeople }: Choosing) {
  const say = useWords(gatheringWords)
  const board = useAsk(getBoard, { id: plan.id, from: plan.first_day, days: 1, limit: 500 }, { staleSeconds: 60 })
  const [sought, setSought] = useState('')
  const all = board.data?.people ?? []
  const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const found = all.filter(({ name }) => fold(name).includes(fold(sought))).slice(0, SHOWN)
  const turn = (id: PersonId, on: boolean): void => {
    const next = new Set(people)
    if (on) next.add(id)
    else next.delete(id)
    onPeople(next)
  }
  return (
    <fieldset className="scheduling-checks">
      <legend>{say('who')}</legend>
      {all.length > SHOWN && <SearchField label={say('find')} value={sought} onChange={setSought} />}
      <Checkbox
        isSelected={all.length > 0 && people.size === all.length}
        onChange={(on) => onPeople(new Set(on ? all.map(({ id }) => id) : []))}
      >
        {say('all')}
      </Checkbox>
      {found.map(({ id, name }) => (
        <Checkbox key={id} isSelected={people.has(id)} onChange={(on) => turn(id, on)}>
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}
