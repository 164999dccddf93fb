// A plan is changed by hand: what is forbidden is refused in words, what only hurts is done and said, and the effect on coverage is answered.
import { newId } from '#base/id'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { notByLaw, notOfPlan, type Moved, type MoveWish, type PlanId, type ShiftId } from '../contract.ts'
import { needPlan, needPlanHeld } from '../plans/need-plan.ts'
import { isOfPlan } from '../plans/people.ts'
import { stateOf } from '../plans/show.ts'
import { showShifts } from '../plans/show-shifts.ts'
import { lastDay } from '../rules/days.ts'
import type { Change, DrawnShift } from '../rules/drawn.ts'
import { mayUndo } from '../store/move.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsById, type KeptShift } from '../store/shift.ts'
import { areTheirs } from '../whose.ts'
import { changesOf } from './change.ts'
import { checkChanges, type Checked } from './check-changes.ts'
import { commitChanges, shiftsIn } from './commit-changes.ts'
import { effectOf } from './effect.ts'
import { pausesFor } from './pauses-for.ts'

type Asked = { id: PlanId; move: MoveWish }

export async function makeMove(work: Work, { id, move }: Asked): Promise<Moved> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  const wished = await wishedChanges(work, plan, move)
  const { hard, soft } = await checkChanges(work, plan, wished)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  const effect = await effectOf(work, plan, wished)
  const done = await commitChanges(work, plan, { kind: move.do, changes: wished })
  return await moved(work, done.plan, { move: done.move, changes: wished, troubles: soft, effect })
}

/** What it would do. */
export async function tryMove(work: Work, { id, move }: Asked): Promise<Moved> {
  const plan = await needPlan(work, id, 'workforce.read')
  const changes = await wishedChanges(work, plan, move)
  const isTheirs = await areTheirs(work)
  if (!changes.every(({ before, after }) => isTheirs(before?.person ?? null) && isTheirs(after?.person ?? null)))
    throw refuse(notFound, {})
  const { hard, soft } = await checkChanges(work, plan, changes)
  const effect = await effectOf(work, plan, changes)
  const back = await mayUndo(work, plan.id)
  const would = changes.flatMap(({ shift, after }): KeptShift[] =>
    after ? [{ ...after, id: shift, plan: plan.id, version: 1 }] : [],
  )
  return {
    move: null,
    shifts: await showShifts(work, would),
    removed: changes.flatMap(({ shift, after }) => (after ? [] : [shift])),
    troubles: [...hard, ...soft],
    effect,
    plan_version: plan.version,
    plan_state: stateOf(plan),
    ...back,
  }
}

type Done = { move: Moved['move']; changes: readonly Change[]; troubles: Checked['soft']; effect: Moved['effect'] }
export async function moved(work: Work, plan: PlanRow, { move, changes, troubles, effect }: Done): Promise<Moved> {
  return {
    move,
    shifts: await showShifts(work, await shiftsById(work, shiftsIn(changes))),
    removed: changes.flatMap(({ shift, after }) => (after ? [] : [shift])),
    troubles,
    effect,
    plan_version: plan.version,
    plan_state: stateOf(plan),
    ...(await mayUndo(work, plan.id)),
  }
}

async function wishedChanges(work: Work, plan: PlanRow, move: MoveWish): Promise<Change[]> {
  const shifts = await namedShifts(work, plan, move)
  if ('person' in move && move.person && !(await isOfPlan(work, plan, move.person))) throw refuse(notOfPlan, {})
  const pauses = move.do === 'add' ? await pausesFor(work, { zone: plan.zone, wished: move.pattern }, move) : NO_PAUSES
  return changesOf(move, {
    shifts,
    zone: plan.zone,
    first_day: plan.first_day.toString(),
    last_day: lastDay(plan).toString(),
    fresh: newId<'shift'>(work.now),
    pauses,
  })
}
const NO_PAUSES = { activities: [], pattern: null }

async function namedShifts(work: Work, plan: PlanRow, move: MoveWish): Promise<Map<ShiftId, DrawnShift>> {
  if (move.do === 'add') return new Map()
  const seen = new Map([[move.shift, move.version], ...(move.do === 'swap' ? [[move.other, move.other_version] as const] : [])])
  const found = (await shiftsById(work, [...seen.keys()])).filter((shift) => shift.plan === plan.id)
  if (found.length < seen.size) throw refuse(notFound, {})
  for (const shift of found) {
    const given_version = seen.get(shift.id)!
    if (shift.version !== given_version)
      throw refuse(stale, { current: (await showShifts(work, [shift]))[0], given_version, current_version: shift.version })
  }
  return new Map(found.map((shift) => [shift.id, shift]))
}
