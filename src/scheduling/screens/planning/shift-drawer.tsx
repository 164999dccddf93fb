import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonRow, IconButton } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { activityKinds, type ActivityKind } from '../../contract/activity.ts'
import type { TroubleSaid } from '../../contract/names.ts'
import type { MoveWish } from '../../contract/moves.ts'
import type { Plan } from '../../contract/plans.ts'
import { minutes, spanOf, workedMinutes, type Bar, type Part } from './grid/bars.ts'
import type { BoardNow } from './grid/board.ts'
import { GiveOut } from './give-out.tsx'
import { dayName, lengthOf, wallHour } from './grid/hours.ts'
import { gridWords } from './grid/words.ts'
import { HourField } from './hour-field.tsx'
import { Remarks } from './remarks.tsx'
import { shiftWords } from './shift-words.ts'
import type { Deeds } from './use-deeds.ts'

export type Opened = { bar: string } | { add: { person: string | null; at: number } } | null
type Assigned = Extract<MoveWish, { do: 'assign' }>['person']
type Opening = {
  opened: NonNullable<Opened>
  board: BoardNow
  plan: Plan
  edits: boolean
  troubles: readonly TroubleSaid[]
  deeds: Deeds
  onClose: () => void
}

/** A shift opened, or one to be added: its hours, whose it is, what lies in it, and what is said against it. */
export function ShiftDrawer(opening: Opening) {
  const say = useWords(shiftWords)
  const { opened, board, onClose } = opening
  const bar = 'bar' in opened ? board.bars.get(opened.bar) : undefined
  if ('bar' in opened && !bar) return null
  const name = bar?.person ? (board.people.find(({ id }) => id === bar.person)?.name ?? '') : null
  const title = !bar ? say('newShift') : name === null ? say('openShift') : say('shiftOf', { name })
  return (
    <Drawer open onClose={onClose} title={title}>
      <Stack>
        {bar ? <Known key={bar.id} bar={bar} opening={opening} /> : <Fresh opening={opening} at={'add' in opened ? opened.add : { person: null, at: 0 }} />}
      </Stack>
    </Drawer>
  )
} // prettier-ignore

const at = (day: string, hour: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: hour }).epochMilliseconds
const DAY = 86_400_000

/** From hour to hour on that day; through the night when it ends before it begins. */
function spanFrom(day: string, hours: { from: string; to: string }, zone: string): { from: number; to: number } {
  const [from, to] = [at(day, hours.from, zone), at(day, hours.to, zone)]
  return { from, to: to > from ? to : at(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), hours.to, zone) }
}

function Fresh({ opening: { board, plan, deeds, onClose }, at: begin }: { opening: Opening; at: { person: string | null; at: number } }) {
  const say = useWords(shiftWords)
  const spoken = useLanguage()
  const day = Temporal.Instant.fromEpochMilliseconds(begin.at).toZonedDateTimeISO(plan.zone).toPlainDate().toString()
  const step = plan.interval_min * 60_000
  const from = Math.floor(begin.at / step) * step
  const [person, setPerson] = useState(begin.person)
  const [hours, setHours] = useState({ from: wallHour(from, plan.zone), to: wallHour(from + 8 * 3_600_000, plan.zone) })
  const add = (): void => {
    deeds.add(person, spanFrom(day, hours, plan.zone))
    onClose()
  }
  return (
    <form className="scheduling-fresh" onSubmit={(event) => { event.preventDefault(); add() }}>
      <p className="scheduling-quiet">{dayName(day, spoken)}</p>
      <Whose board={board} person={person} onPerson={setPerson} />
      <Hours hours={hours} onHours={setHours} eager />
      <ButtonRow end>
        <Button tone="primary" icon="plus" type="submit">{say('add')}</Button>
      </ButtonRow>
    </form>
  )
} // prettier-ignore

function Whose({ board, person, onPerson, isDisabled = false }: { board: BoardNow; person: string | null; onPerson: (id: string | null) => void; isDisabled?: boolean }) {
  const say = useWords(shiftWords)
  return <Combobox label={say('person')} options={board.people.map(({ id, name }) => ({ id, label: name }))} value={person} onChange={onPerson} placeholder={say('nobody')} isDisabled={isDisabled} />
} // prettier-ignore

type Timing = { from: string; to: string }
type Timed = { hours: Timing; onHours: (hours: Timing) => void; isDisabled?: boolean; eager?: boolean }
function Hours({ hours, onHours, isDisabled = false, eager = false }: Timed) {
  const say = useWords(shiftWords)
  return (
    <div className="scheduling-two">
      <HourField label={say('starts')} value={hours.from} onChange={(from) => onHours({ ...hours, from })} isDisabled={isDisabled} eager={eager} />
      <HourField label={say('ends')} value={hours.to} onChange={(to) => onHours({ ...hours, to })} isDisabled={isDisabled} eager={eager} />
    </div>
  )
} // prettier-ignore

function Known({ bar, opening: { board, plan, edits, troubles, deeds, onClose } }: { bar: Bar; opening: Opening }) {
  const say = useWords(shiftWords)
  const spoken = useLanguage()
  const fixed = !edits || bar.locked
  const that = { shift: bar.id, version: bar.version }
  const retime = (hours: Timing): void => deeds.move({ do: 'retime', ...that, ...spanOf(spanFrom(bar.day, hours, plan.zone)) })
  const assign = (person: string | null): void => deeds.move({ do: 'assign', ...that, person: person as Assigned }) // an id of the list
  const hours = { from: wallHour(bar.from, plan.zone), to: wallHour(bar.to, plan.zone) }
  return (
    <>
      <p className="scheduling-quiet">{dayName(bar.day, spoken)} · {say('lengthIs', { length: lengthOf(minutes(bar), spoken), worked: lengthOf(workedMinutes(bar), spoken) })}</p>
      <State bar={bar} />
      <Remarks troubles={troubles} />
      <Whose board={board} person={bar.person} onPerson={assign} isDisabled={fixed} />
      <Hours hours={hours} onHours={retime} isDisabled={fixed} />
      <Inside bar={bar} zone={plan.zone} fixed={fixed} deeds={deeds} />
      {edits && (
        <ButtonRow>
          <Button icon="lock" keys="L" onPress={() => deeds.lock([bar], !bar.locked)}>{say(bar.locked ? 'free' : 'lock')}</Button>
          {bar.person === null && <GiveOut bar={bar} plan={plan} onClose={onClose} />}
          {!bar.locked && <Confirm label={say('remove')} question={say('removeSure')} yes={say('remove')} icon="trash" tone="quiet" onYes={() => { deeds.remove([bar]); onClose() }} />}
        </ButtonRow>
      )}
    </>
  )
} // prettier-ignore

function State({ bar }: { bar: Bar }) {
  const say = useWords(shiftWords)
  const tone = bar.published === 'changed' ? 'promise' : bar.published === 'yes' ? 'good' : 'neutral'
  const text = bar.published === 'changed' ? 'changedText' : bar.published === 'yes' ? 'publishedText' : 'unpublishedText'
  return (
    <span className="scheduling-badges">
      <Badge tone={tone}>{say(text)}</Badge>
      {bar.locked && <Badge icon="lock">{say('lockedText')}</Badge>}
    </span>
  )
}

type Inner = { bar: Bar; zone: string; fixed: boolean; deeds: Deeds }

function Inside({ bar, zone, fixed, deeds }: Inner) {
  const say = useWords(shiftWords)
  return (
    <Panel title={say('inside')}>
      {bar.parts.length === 0 && <p className="scheduling-quiet">{say('onlyWork')}</p>}
      <ul className="scheduling-parts">
        {bar.parts.map((part) => (
          <OnePart key={part.id} part={part} bar={bar} zone={zone} fixed={fixed || part.fixed} deeds={deeds} />
        ))}
      </ul>
      {!fixed && <NewPart bar={bar} deeds={deeds} />}
    </Panel>
  )
}

function OnePart({ part, bar, zone, fixed, deeds }: Omit<Inner, 'fixed'> & { part: Part; fixed: boolean }) {
  const say = useWords(shiftWords)
  const sayKind = useWords(gridWords)
  const that = { shift: bar.id, version: bar.version, activity: part.id }
  const name = part.name || sayKind(part.kind)
  const retime = (hours: Timing): void => deeds.move({ do: 'retime_activity', ...that, ...spanOf(within(bar, hours, zone)) })
  return (
    <li>
      <span className="scheduling-part-name"><i className="scheduling-swatch" data-kind={part.kind} aria-hidden="true">{sayKind(`letter_${part.kind}`)}</i> {name}</span>
      <Hours hours={{ from: wallHour(part.from, zone), to: wallHour(part.to, zone) }} onHours={retime} isDisabled={fixed} />
      {!fixed && <IconButton icon="trash" size="small" label={say('takeOut', { name })} onPress={() => deeds.move({ do: 'remove_activity', ...that })} />}
    </li>
  )
} // prettier-ignore

/** These hours inside the shift, also where it goes through midnight. */
function within(bar: Bar, hours: Timing, zone: string): { from: number; to: number } {
  const span = spanFrom(bar.day, hours, zone)
  const late = span.from < bar.from && span.from + DAY < bar.to ? DAY : 0
  return { from: span.from + late, to: span.to + late }
}

function NewPart({ bar, deeds }: Pick<Inner, 'bar' | 'deeds'>) {
  const say = useWords(shiftWords)
  const sayKind = useWords(gridWords)
  const [kind, setKind] = useState<ActivityKind>('break')
  const add = (): void => {
    const long = kind === 'break' ? 15 : kind === 'lunch' ? 60 : 30
    const middle = Math.round((bar.from + bar.to) / 2 / 900_000) * 900_000
    deeds.move({ do: 'add_activity', shift: bar.id, version: bar.version, kind, name: '', ...spanOf({ from: middle, to: middle + long * 60_000 }) })
  }
  return (
    <div className="scheduling-two">
      <Select label={say('addThing')} options={activityKinds.filter((each) => each !== 'work').map((id) => ({ id, label: sayKind(id) }))} value={kind} onChange={setKind} />
      <Button icon="plus" onPress={add}>{say('add')}</Button>
    </div>
  )
} // prettier-ignore
