// What one does to the plan: shown at once, asked of the server, taken back where it is refused.
import { useRef } from 'react'
import { newKey, send } from '#ui/api'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Plan } from '../../contract/plans.ts'
import { postMove, putRedo, putUndo, tryMove, type MoveWish } from '../../contract/moves.ts'
import { spanOf, type Bar, type Lasting } from './grid/bars.ts'
import { isMoved, wishOf, type Lift } from './grid/lift.ts'
import type { TryLift } from './grid/use-lift.ts'
import type { Boarding } from './use-board.ts'
import { useMoveLine, type Back } from './use-move-line.ts'
import { words } from './words.ts'

export type Deeds = ReturnType<typeof useDeeds>
type Added = Extract<MoveWish, { do: 'add' }>

export function useDeeds(plan: Plan, { put, take }: Pick<Boarding, 'put' | 'take'>) {
  const say = useWords(words)
  const line = useMoveLine(take)
  const copied = useRef<Bar | null>(null)
  const move = (wish: MoveWish, back?: Back, onDone?: () => void): void =>
    line((version) => send(postMove, { id: plan.id, move: withVersion(wish, version) }, { key: newKey() }), back, onDone)
  const drop = (lift: Lift): void => {
    for (const each of lift.bars.filter(isMoved)) {
      put([each.after])
      move(wishOf(each, lift), () => put([each.before]))
    }
  }
  const remove = (bars: readonly Bar[]): void => {
    if (bars.some(({ locked }) => locked)) stuck()
    for (const bar of bars.filter(({ locked }) => !locked)) {
      put([], [bar.id])
      move({ do: 'remove', shift: bar.id, version: bar.version }, () => put([bar]))
    }
  }
  const lock = (bars: readonly Bar[], locked: boolean): void => {
    for (const bar of bars.filter((each) => each.locked !== locked)) move({ do: 'lock', shift: bar.id, version: bar.version, locked })
    if (bars.length > 0) toast({ text: say(locked ? 'lockedNow' : 'freeNow') })
  }
  const add = (person: string | null, span: Lasting, like?: Bar): void =>
    move(addWish(person, span, like))
  const stuck = (): void => void toast({ text: say('lockedCannot') })
  const undo = (): void => line(() => send(putUndo, { id: plan.id }, { key: newKey() }))
  const redo = (): void => line(() => send(putRedo, { id: plan.id }, { key: newKey() }))
  const copy = (bar: Bar): void => {
    copied.current = bar
    toast({ text: say('copied') })
  }
  /** The copied shift at the same wall hours of another day, for that person. */
  const paste = (person: string | null, day: string): void => {
    const like = copied.current
    if (!like) return
    const from = sameHour(like.from, day, plan.zone)
    add(person, { from, to: from + like.to - like.from }, like)
  }
  return { move, drop, remove, lock, add, undo, redo, copy, paste, stuck }
} // prettier-ignore

export const addWish = (person: string | null, span: Lasting, like?: Bar): Added => ({
  do: 'add',
  person: person as Added['person'], // an id of a row
  ...spanOf(span),
  site: like?.site ?? null,
  note: '',
  ...(like ? { activities: likewise(like, span.from) } : {}),
})

/** What lay in a shift, for one that begins elsewhere; a meeting is not copied, the others are not there. */
const likewise = ({ parts, from }: Bar, begins: number): NonNullable<Added['activities']> =>
  parts
    .filter(({ fixed }) => !fixed)
    .map(({ kind, name, ...part }) => ({
      kind,
      name,
      ...spanOf({ from: part.from + begins - from, to: part.to + begins - from }),
    }))

const withVersion = (wish: MoveWish, version: (shift: string) => number): MoveWish =>
  'shift' in wish ? { ...wish, version: Math.max(wish.version, version(wish.shift)) } : wish

export function sameHour(at: number, day: string, zone: string): number {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).with({ year, month, day: date }).epochMilliseconds
}

const MOST_ASKED = 6 // of several shifts moved together, each by itself

/** What a move would do, asked without doing it. Of very many shifts nothing is said where the first few are fine: the others were not asked about. */
export const tryIn = (plan: Plan): TryLift => async (lift, signal) => {
  const moved = lift.bars.filter(isMoved)
  const answers = await Promise.all(
    moved.slice(0, MOST_ASKED).map((each) => send(tryMove, { id: plan.id, move: wishOf(each, lift) }, { signal })),
  )
  const troubles = answers.flatMap((answer) => answer.troubles)
  if (troubles.length === 0 && moved.length > MOST_ASKED) return null
  return {
    troubles: [...new Map(troubles.map((trouble) => [trouble.en, trouble])).values()],
    effect: answers.flatMap(({ effect }) => effect),
  }
} // prettier-ignore
