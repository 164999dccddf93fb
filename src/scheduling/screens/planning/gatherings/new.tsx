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

type Wish = {
  kind: Gathering['kind']
  name: string
  minutes: string
  together: boolean
  people: ReadonlySet<PersonId>
  days: { from: string; to: string }
}

const freshWish = (plan: Plan): Wish => ({
  kind: 'meeting',
  name: '',
  minutes: '30',
  together: true,
  people: new Set(),
  days: { from: plan.first_day, to: plan.last_day },
})
const wishOf = ({ kind, name, length_min, together, people, window }: Gathering, { zone }: Plan): Wish => ({
  kind, name, minutes: String(length_min), together, people: new Set(people.map(({ id }) => id)), days: daysOf(window, zone),
}) // prettier-ignore
const isLong = (minutes: string): boolean => Number.isInteger(Number(minutes)) && Number(minutes) >= 5 && Number(minutes) <= 600

/** One more, or one changed: what, how long, for whom, on which days. */
export function WriteGathering({ plan, kept, onDone, onCancel }: Writing) {
  const say = useWords(gatheringWords)
  const [wish, setWish] = useState(() => (kept ? wishOf(kept, plan) : freshWish(plan)))
  const change = (part: Partial<Wish>): void => setWish({ ...wish, ...part })
  const write = useWriting({ plan, ...(kept ? { kept } : {}), ...(onDone ? { onDone } : {}) }, () => change({ name: '', people: new Set() }))
  const bad = wish.people.size === 0 || !isLong(wish.minutes) || wish.days.to < wish.days.from
  return (
    <Panel title={say(kept ? 'change' : 'add')}>
      <Stack>
        {kept && kept.placed.length > 0 && <Notice>{say('changePlaced')}</Notice>}
        <Fields plan={plan} wish={wish} isKept={kept !== undefined} onWish={change} />
        <ButtonRow end>
          {onCancel && <Button tone="quiet" onPress={onCancel}>{say('leave')}</Button>}
          <Button tone="primary" icon={kept ? 'check' : 'plus'} busy={write.busy} isDisabled={bad} onPress={() => write.post(wish)}>{say(kept ? 'save' : 'add')}</Button>
        </ButtonRow>
      </Stack>
    </Panel>
  )
} // prettier-ignore

function useWriting({ plan, kept, onDone }: Omit<Writing, 'onCancel'>, onAdded: () => void) {
  const add = useSend(postGathering, { refetch: [listGatherings], onDone: onAdded })
  const patch = useSend(patchGathering, { refetch: [listGatherings], ...(onDone ? { onDone } : {}) })
  const post = ({ kind, name, minutes, together, people, days }: Wish): void => {
    const both = { name, length_min: Number(minutes), people: [...people], ...windowOf(days, plan.zone) }
    if (kept) patch.mutate({ id: kept.id, version: kept.version, ...both })
    else add.mutate({ id: plan.id, kind, together, ...both })
  }
  return { post, busy: add.isPending || patch.isPending }
}

type Filling = { plan: Plan; wish: Wish; isKept: boolean; onWish: (part: Partial<Wish>) => void }

function Fields({ plan, wish: { kind, name, minutes, together, people, days }, isKept, onWish }: Filling) {
  const say = useWords(gatheringWords)
  const sayKind = useWords(gridWords)
  return (
    <>
      <div className="scheduling-two">
        <Select label={say('kind')} options={gatheringKinds.map((id) => ({ id, label: sayKind(id) }))} value={kind} onChange={(next) => onWish({ kind: next })} isDisabled={isKept} />
        <TextField label={say('minutes')} value={minutes} onChange={(next) => onWish({ minutes: next })} inputMode="numeric" {...(isLong(minutes) ? {} : { error: say('minutesWrong') })} />
      </div>
      <TextField label={say('name')} value={name} onChange={(next) => onWish({ name: next })} maxLength={200} />
      <Whom plan={plan} people={people} onPeople={(next) => onWish({ people: next })} />
      {people.size > 1 && !isKept && <Checkbox isSelected={together} onChange={(next) => onWish({ together: next })}>{say('together')}</Checkbox>}
      <div className="scheduling-two">
        <DateField label={say('from')} value={days.from} onChange={(from) => from && onWish({ days: { ...days, from } })} min={plan.first_day} max={plan.last_day} />
        <DateField label={say('to')} value={days.to} onChange={(to) => to && onWish({ days: { ...days, to } })} min={days.from} max={plan.last_day} />
      </div>
    </>
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
