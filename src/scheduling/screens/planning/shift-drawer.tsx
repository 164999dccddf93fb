import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonRow, IconButton } from '#ui/button'
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
import { FreshShift } from './fresh-shift.tsx'
import { Refusal } from './refusal.tsx'
import { Remarks } from './remarks.tsx'
import { Hours, spanFrom, Whose, type Timing } from './shift-hours.tsx'
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
        {bar ? <Known key={bar.id} bar={bar} opening={opening} /> : <FreshShift {...opening} begin={'add' in opened ? opened.add : { person: null, at: 0 }} />}
      </Stack>
    </Drawer>
  )
} // prettier-ignore

function Known({ bar, opening: { board, plan, edits, troubles, deeds, onClose } }: { bar: Bar; opening: Opening }) {
  const say = useWords(shiftWords)
  const spoken = useLanguage()
  const fixed = !edits || bar.locked
  const that = { shift: bar.id, version: bar.version }
  const { refused, nth, move } = useMoves(deeds)
  const retime = (hours: Timing): void => move({ do: 'retime', ...that, ...spanOf(spanFrom(bar.day, hours, plan.zone)) })
  const assign = (person: string | null): void => move({ do: 'assign', ...that, person: person as Assigned }) // an id of the list
  const hours = { from: wallHour(bar.from, plan.zone), to: wallHour(bar.to, plan.zone) }
  return (
    <>
      <p className="scheduling-quiet">{dayName(bar.day, spoken)} · {say('lengthIs', { length: lengthOf(minutes(bar), spoken), worked: lengthOf(workedMinutes(bar), spoken) })}</p>
      <State bar={bar} />
      <div role="status">{refused !== null ? <Refusal error={refused} /> : <Remarks troubles={troubles} />}</div>
      <Whose key={`whose ${nth}`} board={board} person={bar.person} onPerson={assign} isDisabled={fixed} />
      <Hours key={`hours ${nth}`} hours={hours} onHours={retime} isDisabled={fixed} />
      <Inside bar={bar} zone={plan.zone} fixed={fixed} move={move} />
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

/** Moves of which one reads here why they were refused; what was typed then gives way to what is. */
function useMoves({ move }: Deeds): { refused: unknown; nth: number; move: (wish: MoveWish) => void } {
  const [{ refused, nth }, setRefused] = useState<{ refused: unknown; nth: number }>({ refused: null, nth: 0 })
  const asked = (wish: MoveWish): void => {
    setRefused({ refused: null, nth })
    move(wish, (error) => {
      setRefused((before) => ({ refused: error, nth: before.nth + 1 }))
      return 'said'
    })
  }
  return { refused, nth, move: asked }
}

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

type Inner = { bar: Bar; zone: string; fixed: boolean; move: (wish: MoveWish) => void }

function Inside({ bar, zone, fixed, move }: Inner) {
  const say = useWords(shiftWords)
  return (
    <Panel title={say('inside')}>
      {bar.parts.length === 0 && <p className="scheduling-quiet">{say('onlyWork')}</p>}
      <ul className="scheduling-parts">
        {bar.parts.map((part) => (
          <OnePart key={part.id} part={part} bar={bar} zone={zone} fixed={fixed || part.fixed} move={move} />
        ))}
      </ul>
      {!fixed && <NewPart bar={bar} move={move} />}
    </Panel>
  )
}

function OnePart({ part, bar, zone, fixed, move }: Omit<Inner, 'fixed'> & { part: Part; fixed: boolean }) {
  const say = useWords(shiftWords)
  const sayKind = useWords(gridWords)
  const that = { shift: bar.id, version: bar.version, activity: part.id }
  const name = part.name || sayKind(part.kind)
  const retime = (hours: Timing): void => move({ do: 'retime_activity', ...that, ...spanOf(within(bar, hours, zone)) })
  return (
    <li>
      <span className="scheduling-part-name"><i className="scheduling-swatch" data-kind={part.kind} aria-hidden="true">{sayKind(`letter_${part.kind}`)}</i> {name}</span>
      <Hours hours={{ from: wallHour(part.from, zone), to: wallHour(part.to, zone) }} onHours={retime} isDisabled={fixed} />
      {!fixed && <IconButton icon="trash" size="small" label={say('takeOut', { name })} onPress={() => move({ do: 'remove_activity', ...that })} />}
    </li>
  )
} // prettier-ignore

const DAY = 86_400_000
/** These hours inside the shift, also where it goes through midnight. */
function within(bar: Bar, hours: Timing, zone: string): { from: number; to: number } {
  const span = spanFrom(bar.day, hours, zone)
  const late = span.from < bar.from && span.from + DAY < bar.to ? DAY : 0
  return { from: span.from + late, to: span.to + late }
}

function NewPart({ bar, move }: Pick<Inner, 'bar' | 'move'>) {
  const say = useWords(shiftWords)
  const sayKind = useWords(gridWords)
  const [kind, setKind] = useState<ActivityKind>('break')
  const add = (): void => {
    const long = kind === 'break' ? 15 : kind === 'lunch' ? 60 : 30
    const middle = Math.round((bar.from + bar.to) / 2 / 900_000) * 900_000
    move({ do: 'add_activity', shift: bar.id, version: bar.version, kind, name: '', ...spanOf({ from: middle, to: middle + long * 60_000 }) })
  }
  return (
    <div className="scheduling-two">
      <Select label={say('addThing')} options={activityKinds.filter((each) => each !== 'work').map((id) => ({ id, label: sayKind(id) }))} value={kind} onChange={setKind} />
      <Button icon="plus" onPress={add}>{say('add')}</Button>
    </div>
  )
} // prettier-ignore
