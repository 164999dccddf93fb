// Taking back one's own moves, and doing them again: only while nobody changed those shifts since.
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { changedSince, notByLaw, nothingToUndo, type MoveId, type Moved, type PlanId } from '../contract.ts'
import { needPlanHeld } from '../plans/need-plan.ts'
import { publishPart } from '../publish/publish-part.ts'
import { drawnOf, sameDrawn, type Change, type Drawn } from '../rules/drawn.ts'
import { findMove, lastMine, lastTakenBack, recordUndone, type MoveRow } from '../store/move.ts'
import { recordAsPublished, type PlanRow } from '../store/plan.ts'
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

type Picked = { id: PlanId; move: MoveId; undone: boolean }
/** One move out of the log, whoever made it. What came after it stays: the law is asked again. */
export async function turnMove(work: Work, { id, move, undone }: Picked): Promise<Moved> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  const found = await findMove(work, move)
  if (!found || found.plan_id !== plan.id) throw refuse(notFound, {})
  if ((found.undone_at !== null) === undone) throw refuse(changedSince, {}) // somebody else did so
  const { hard } = await checkChanges(work, plan, turned(found.changes, undone))
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  return await turn(work, plan, { move: found, undone })
}

const turned = (changes: readonly Change[], undone: boolean): readonly Change[] =>
  undone ? changes.map(({ shift, before, after }) => ({ shift, before: after, after: before })) : changes

/** Those of them that could be taken back now, or done again: their shifts are as the move left them, or as it found them. */
export async function turnable(
  work: Work,
  moves: readonly Pick<MoveRow, 'id' | 'changes' | 'undone_at'>[],
): Promise<Set<MoveId>> {
  const there = await drawnNow(work, moves.flatMap(({ changes }) => [...changes])) // prettier-ignore
  return new Set(
    moves.filter(({ changes, undone_at }) => isUnchanged(there, turned(changes, undone_at === null))).map(({ id }) => id),
  )
}

type Turn = { move: Omit<MoveRow, 'plan_id' | 'by_person'>; undone: boolean }
async function turn(work: Work, plan: PlanRow, { move, undone }: Turn): Promise<Moved> {
  const changes = turned(move.changes, undone)
  if (!isUnchanged(await drawnNow(work, changes), changes)) throw refuse(changedSince, {})
  const { hard, soft } = await checkChanges(work, plan, changes) // the law may have been broken before: what was, may be again
  const effect = await effectOf(work, plan, changes)
  const now = await writeChanges(work, plan, { kind: move.kind, changes })
  await recordUndone(work, plan.id, { number: move.number, undone })
  const asPublished = undone && (await recordAsPublished(work, plan.id)) > 0
  if (move.in_force) await publishPart(work, now, { shifts: shiftsIn(changes), kind: 'move', note: '' })
  return await moved(work, asPublished ? { ...now, published_changes: now.changes } : now, {
    move: move.id,
    changes,
    troubles: [...hard, ...soft],
    effect,
  })
}

type Now = ReadonlyMap<string, Drawn>
const drawnNow = async (work: Work, changes: readonly Change[]): Promise<Now> =>
  new Map((await shiftsById(work, shiftsIn(changes))).map((shift) => [shift.id, drawnOf(shift)]))

const isUnchanged = (there: Now, changes: readonly Change[]): boolean =>
  changes.every(({ shift, before }) => sameDrawn(there.get(shift) ?? null, before))
