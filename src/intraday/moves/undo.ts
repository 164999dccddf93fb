// A move is taken back: step by step, the last first. What has begun, or what somebody changed since, stays, and is said.
import { allow, audit } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { dayMoveChanged, moveUndoneAlready, type DayMove, type DayMoveId } from '../contract.ts'
import { forget } from '../board/day-now.ts'
import { today } from '../day/today.ts'
import { thinkAbout } from '../menu/menu.ts'
import { holdMove, oneAtATime, recordStep, recordUndone, stepsOf, type MoveRow } from '../store/move.ts'
import { showMove } from './show.ts'
import { undoStep } from './steps/do.ts'

export async function undoMove(work: Work, { id }: { id: DayMoveId }): Promise<DayMove> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  await oneAtATime(work)
  const move = await holdMove(work, id)
  if (!move) throw refuse(notFound, {})
  if (move.undone_at) throw refuse(moveUndoneAlready, {})
  let [tried, taken] = [0, 0]
  for (const { place, step, state, before } of (await stepsOf(work, [id])).toReversed()) {
    const deed = await undoStep(work, step, { move: id, place, state, before })
    if (!deed) continue
    tried++
    await recordStep(work, { move_id: id, place, state: deed.as, why: deed.why })
    if (deed.as === 'undone') taken++
  }
  if (tried === 0) throw refuse(moveUndoneAlready, {})
  if (taken === 0) return await leftInPlace(work, move)
  await recordUndone(work, id)
  await audit(work, 'intraday.move_undone', { about: id, details: { steps: taken } })
  work.publish(dayMoveChanged, { move: id, group: move.group_key, how: 'undone' })
  forget(work)
  await thinkAbout(work, { group: move.group_key, until: (await today(work)).to }) // what is left to do is another question now
  return await showMove(work, id)
}

// Nothing of it could be taken back: why is kept with each step, the move stands and is measured on.
async function leftInPlace(work: Work, { id, group_key }: MoveRow): Promise<DayMove> {
  work.publish(dayMoveChanged, { move: id, group: group_key, how: 'undone' })
  return await showMove(work, id)
}
