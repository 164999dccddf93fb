// Changes of a plan are written: shifts, the move that can be taken back, and the news of it. The plan is held by whoever calls.
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import {
  planMoved,
  planTooFull,
  shiftsOverlap,
  activityOutside,
  shiftUnreal,
  type MoveId,
  type MoveKind,
  type ShiftId,
} from '../contract.ts'
import type { Change } from '../rules/drawn.ts'
import { brokeConstraint } from '../store/constraints.ts'
import { insertMove } from '../store/move.ts'
import { countChange, type PlanRow } from '../store/plan.ts'
import { countShifts, versionsOf, writeShifts } from '../store/shift.ts'

const MOST_SHIFTS = 60_000
const MOST_TOLD = 200

type Commit = { kind: MoveKind; changes: readonly Change[]; in_force?: boolean; asked_by?: PersonId | null }

/** @returns the move, and the plan as it is now */
export async function commitChanges(
  work: Work,
  plan: PlanRow,
  { kind, changes, in_force = false, asked_by }: Commit,
): Promise<{ move: MoveId; plan: PlanRow }> {
  const id = newId<'move'>(work.now)
  const now = await writeChanges(work, plan, { kind, changes })
  await insertMove(work, { id, plan: plan.id, kind, in_force, changes, asked_by }) // a program’s work is taken back by who asked for it
  return { move: id, plan: now }
}

/** The same without a move of its own: of one that is taken back or done again. */
export async function writeChanges(work: Work, plan: PlanRow, { kind, changes }: Commit): Promise<PlanRow> {
  const versions = new Map((await versionsOf(work, changes.map(({ shift }) => shift))).map((each) => [each.id, each.version])) // prettier-ignore
  const added = changes.filter(({ before }) => before === null).length
  if (added > 0 && ((await countShifts(work, [plan.id]))[0]?.shifts ?? 0) + added > MOST_SHIFTS)
    throw refuse(planTooFull, { most: MOST_SHIFTS })
  const rows = changes.map(({ shift, before, after }) => ({
    ...(after ?? before!), // one of the two is there
    id: shift,
    removed: after === null,
    version: (versions.get(shift) ?? 0) + 1,
  }))
  await writeShifts(work, plan.id, rows).catch(refusedByConstraint)
  const { version, changes: count } = await countChange(work, plan.id)
  work.publish(planMoved, {
    plan: plan.id,
    version,
    kind,
    shifts: changes.slice(0, MOST_TOLD).map(({ shift }) => shift),
    many: changes.length > MOST_TOLD,
    days: daysOf(changes).slice(0, 100),
  })
  return { ...plan, version, changes: count }
}

export const daysOf = (changes: readonly Change[]): string[] =>
  [...new Set(changes.flatMap(({ before, after }) => [before?.day, after?.day].filter((day) => day !== undefined)))].toSorted()

export const shiftsIn = (changes: readonly Change[]): ShiftId[] => changes.map(({ shift }) => shift)

function refusedByConstraint(error: unknown): never {
  if (brokeConstraint(error, 'shifts_do_not_overlap')) throw refuse(shiftsOverlap, {})
  if (brokeConstraint(error, 'activities_lie_in_their_shift')) throw refuse(activityOutside, {})
  if (brokeConstraint(error, 'a_shift_is_no_longer_than_a_day', 'whole_minutes')) throw refuse(shiftUnreal, {})
  throw error
}
