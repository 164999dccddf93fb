// Somebody leaves: their shifts to come are nobody's, in what is drawn and in what is in force, so that somebody sees them and fills them. Their
// calendar shows nothing any more.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { commitChanges, shiftsIn } from '../moves/commit-changes.ts'
import { publishPart } from '../publish/publish-part.ts'
import { drawnOf, type Change } from '../rules/drawn.ts'
import { inForceById } from '../store/in-force.ts'
import { revokeFeedsOf } from '../store/feed.ts'
import { holdPlan } from '../store/plan.ts'
import { comingOf } from '../store/shift.ts'
import { leaveSwaps } from '../swaps/leaving.ts'

export async function hearLeaving(work: Work, { person }: { person: PersonId }): Promise<void> {
  await revokeFeedsOf(work, person)
  await leaveSwaps(work, person)
  const byPlan = Map.groupBy(await comingOf(work, person), ({ plan }) => plan)
  for (const [id, shifts] of [...byPlan].toSorted(([a], [b]) => a.localeCompare(b))) {
    const plan = await holdPlan(work, id)
    if (!plan) continue
    const changes = shifts.map((shift): Change => ({
      shift: shift.id,
      before: drawnOf(shift),
      after: { ...drawnOf(shift), person: null, locked: false },
    }))
    const { plan: now } = await commitChanges(work, plan, { kind: 'assign', changes })
    const seen = new Set((await inForceById(work, shiftsIn(changes))).map(({ shift_id }) => shift_id))
    await publishPart(work, now, { shifts: shiftsIn(changes).filter((shift) => seen.has(shift)), kind: 'move', note: '' })
  }
}
