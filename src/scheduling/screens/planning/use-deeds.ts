// What one does to the plan: shown at once, asked of the server, taken back where it is refused.
import { useRef } from 'react'
import { newKey, Refused, send } from '#ui/api'
import { tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getTroubles, getCoverage, listPlans, type Plan } from '../../contract/plans.ts'
import { postMove, putRedo, putUndo, tryMove, type Moved, type MoveWish } from '../../contract/moves.ts'
import type { TroubleSaid } from '../../contract/names.ts'
import { spanOf, type Bar } from './grid/bars.ts'
import { isMoved, wishOf, type Lift } from './grid/lift.ts'
import type { TryLift } from './grid/use-lift.ts'
import type { Boarding } from './use-board.ts'
import { words } from './words.ts'

export type Deeds = ReturnType<typeof useDeeds>

export function useDeeds(plan: Plan, { put, take, again }: Pick<Boarding, 'put' | 'take' | 'again'>) {
  const say = useWords(words)
  const spoken = useLanguage()
  const line = useRef(Promise.resolve()) // one after the other, as they were made
  const copied = useRef<Bar | null>(null)
  const refused = (error: unknown): void => {
    const troubles = error instanceof Refused ? troublesIn(error.details) : []
    if (troubles.length === 0) return tell(error as Error) // whatever was thrown is told
    toast({ tone: 'danger', text: say('refusedTitle'), detail: troubles.map((each) => each[spoken]).join(' '), seconds: 10 })
  } // prettier-ignore
  const versions = useRef(new Map<string, number>()) // a second move of a shift is asked when the first has been answered
  const done = (moved: Moved): void => {
    for (const { id, version } of moved.shifts) versions.current.set(id, version)
    take(moved)
    const soft = moved.troubles.filter(({ hard }) => !hard).slice(0, 2)
    if (soft.length > 0) toast({ text: soft.map((each) => each[spoken]).join(' '), seconds: 8 })
    void refetch(getCoverage, getTroubles, listPlans)
  }
  const queue = (ask: () => Promise<Moved>, back: () => void = () => {}): void => {
    line.current = line.current.then(ask).then(done, (error: unknown) => {
      back()
      refused(error)
    })
  }
  const move = (wish: MoveWish, back?: () => void): void => queue(() => send(postMove, { id: plan.id, move: withVersion(wish, versions.current) }, { key: newKey() }), back)
  const drop = (lift: Lift): void => {
    for (const each of lift.bars.filter(isMoved)) {
      put([each.after])
      move(wishOf(each, lift), () => put([each.before]))
    }
  }
  const remove = (bars: readonly Bar[]): void => {
    for (const bar of bars) {
      if (bar.locked) toast({ text: say('lockedCannot') })
      else {
        put([], [bar.id])
        move({ do: 'remove', shift: bar.id, version: bar.version }, () => put([bar]))
      }
    }
  }
  const lock = (bars: readonly Bar[], locked: boolean): void => {
    for (const bar of bars.filter((each) => each.locked !== locked)) move({ do: 'lock', shift: bar.id, version: bar.version, locked })
    if (bars.length > 0) toast({ text: say(locked ? 'lockedNow' : 'freeNow') })
  }
  const add = (person: string | null, span: { from: number; to: number }, like?: Bar): void => {
    const by = like ? span.from - like.from : 0
    const activities = like?.parts.filter(({ fixed }) => !fixed).map(({ kind, name, from, to }) => ({ kind, name, ...spanOf({ from: from + by, to: to + by }) }))
    move({ do: 'add', person: person as Extract<MoveWish, { do: 'add' }>['person'], ...spanOf(span), site: like?.site ?? null, note: '', ...(activities ? { activities } : {}) }) // an id of a row
  }
  const undo = (): void => queue(() => send(putUndo, { id: plan.id }, { key: newKey() }))
  const redo = (): void => queue(() => send(putRedo, { id: plan.id }, { key: newKey() }))
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
  return { move, drop, remove, lock, add, undo, redo, copy, paste, again }
} // prettier-ignore

const withVersion = (wish: MoveWish, versions: ReadonlyMap<string, number>): MoveWish =>
  'shift' in wish ? { ...wish, version: Math.max(wish.version, versions.get(wish.shift) ?? 0) } : wish

export function sameHour(at: number, day: string, zone: string): number {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).with({ year, month, day: date }).epochMilliseconds
}

const troublesIn = (details: unknown): TroubleSaid[] =>
  typeof details === 'object' && details !== null && 'troubles' in details && Array.isArray(details.troubles)
    ? details.troubles // of the contract: what this refusal carries
    : []

/** What a move would do, asked without doing it; of several shifts the first is asked about. */
export const tryIn = (plan: Plan): TryLift => async (lift, signal) => {
  const [first] = lift.bars
  if (!first || !isMoved(first)) return { troubles: [], effect: [] }
  return await send(tryMove, { id: plan.id, move: wishOf(first, lift) }, { signal })
} // prettier-ignore
