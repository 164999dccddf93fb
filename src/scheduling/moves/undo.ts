// Taking back one's own moves, and doing them again: only while nobody changed those shifts since.
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { changedSince, nothingToUndo, type MoveId, type Moved, type PlanId } from '../contract.ts'
import { needPlanHeld } from '../plans/need-plan.ts'
import { publishPart } from '../publish/publish-part.ts'
import { drawnOf, sameDrawn, type Change } from '../rules/drawn.ts'
import { findMove, lastMine, lastTakenBack, recordUndone, type MoveRow } from '../store/move.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsById } from '../store/shift.ts'
import { shiftsIn, writeChanges } from './commit-changes.ts'
import { checkChanges } from './check-changes.ts'
import { effectOf } from './effect.ts'
import { moved } from './make-move.ts'

export async function undo(work: Work, { id }: { id: PlanId }): Promise<Moved> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  const last = await lastMine(work, id)
  if (!last) throw refuse(nothingToUndo, {})
  return await turn(work, plan, { move: last, undone: true })
}

export async function redo(work: Work, { id }: { id: PlanId }): Promise<Moved> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  const last = await lastTakenBack(work, id)
  if (!last) throw refuse(nothingToUndo, {})
  return await turn(work, plan, { move: last, undone: false })
}

/** A move by its id, whoever made it: for rooms above, which take back what they did. */
export async function undoMove(work: Work, { move }: { move: MoveId }): Promise<Moved> {
  const found = await findMove(work, move)
  if (!found || found.undone_at) throw refuse(notFound, {})
  const plan = await needPlanHeld(work, found.plan_id, 'workforce.approve')
  return await turn(work, plan, { move: found, undone: true })
}

type Turn = { move: Omit<MoveRow, 'plan_id' | 'by_person'>; undone: boolean }
async function turn(work: Work, plan: PlanRow, { move, undone }: Turn): Promise<Moved> {
  const changes = undone
    ? move.changes.map(({ shift, before, after }): Change => ({ shift, before: after, after: before }))
    : move.changes
  await needUnchanged(work, changes)
  const { hard, soft } = await checkChanges(work, plan, changes) // the law may have been broken before: what was, may be again
  const effect = await effectOf(work, plan, changes)
  const now = await writeChanges(work, plan, { kind: move.kind, changes })
  await recordUndone(work, plan.id, { number: move.number, undone })
  if (move.in_force) await publishPart(work, now, { shifts: shiftsIn(changes), kind: 'move', note: '' })
  return await moved(work, now, { move: move.id, changes, troubles: [...hard, ...soft], effect })
}

async function needUnchanged(work: Work, changes: readonly Change[]): Promise<void> {
  const there = new Map((await shiftsById(work, shiftsIn(changes))).map((shift) => [shift.id, drawnOf(shift)]))
  if (changes.some(({ shift, before }) => !sameDrawn(there.get(shift) ?? null, before))) throw refuse(changedSince, {})
}
