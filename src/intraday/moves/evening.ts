// What a move changed for longer than the day is put back in the evening: how many chats people take, and the rules. Whoever applied it did so for today,
// and tomorrow nobody remembers. What somebody changed since is left alone, and that is said.
import { system, type Work } from '#base/work'
import { dayMoveChanged, type Step } from '../contract.ts'
import type { DayNow } from '../board/day-now.ts'
import { holdMove, movesSince, recordStep, stepsOf, type MoveRow, type StepRow } from '../store/move.ts'
import { undoStep } from './steps/do.ts'

/** Since when moves may still have something to be put back: those of yesterday evening are looked at once more at midnight. */
export const sinceYesterday = ({ day }: DayNow['read']): Temporal.Instant => day.from.subtract({ hours: 24 })

/** When the next of them is to be put back; null: none. */
export async function endMoves(work: Work, { read }: DayNow): Promise<Temporal.Instant | null> {
  const moves = (await movesSince(work, sinceYesterday(read))).filter(({ undone_at }) => undone_at === null)
  const steps = Map.groupBy(await stepsOf(work, moves.map(({ id }) => id)), ({ move_id }) => move_id) // prettier-ignore
  let next: Temporal.Instant | null = null
  for (const move of moves) {
    const theirs = steps.get(move.id) ?? []
    await endAsks(work, theirs)
    if (!theirs.some(outlasts)) continue
    const until = Temporal.Instant.from(move.predicted.until)
    if (Temporal.Instant.compare(until, work.now) <= 0) await putBack(work, move)
    else if (next === null || Temporal.Instant.compare(until, next) < 0) next = until
  }
  return next
}

const lasting: ReadonlySet<Step['does']> = new Set(['chats', 'call_back'])
const outlasts = ({ step, state }: StepRow): boolean => lasting.has(step.does) && state === 'done'

async function putBack(work: Work, { id, group_key }: MoveRow): Promise<void> {
  const held = await holdMove(work, id)
  if (!held || held.undone_at) return
  const house = { ...work, actor: system('intraday') }
  for (const { place, step, state, before } of (await stepsOf(work, [id])).filter(outlasts).toReversed()) {
    const deed = await undoStep(house, step, { move: id, place, state, before })
    if (deed) await recordStep(work, { move_id: id, place, state: deed.as, why: deed.why })
  }
  work.publish(dayMoveChanged, { move: id, group: group_key, how: 'undone' })
}

// Who has not answered before it would have begun has not said yes.
async function endAsks(work: Work, steps: readonly StepRow[]): Promise<void> {
  for (const { move_id, place, step, state } of steps)
    if (step.does === 'ask' && state === 'asked' && Temporal.Instant.compare(Temporal.Instant.from(step.from), work.now) <= 0)
      await recordStep(work, { move_id, place, state: 'lapsed', why: null })
}
