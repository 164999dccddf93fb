// Everything publishing a plan would change.
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { ShiftId } from '../contract.ts'
import { differenceOf, type Different, type Seen } from '../rules/difference.ts'
import { spanOf } from '../rules/days.ts'
import { inForceOfPlan } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { seenAs } from './seen.ts'

const MOST_SHIFTS = 60_000
export type ToPublish = { drawn: KeptShift[]; seen: Seen[]; changes: Different[] }

export async function changesOfPlan(work: Work, plan: PlanRow): Promise<ToPublish> {
  const { from, to } = spanOf(plan)
  const drawn = await shiftsOfPlan(work, { plan: plan.id, from, to, most: MOST_SHIFTS })
  const rows = await inForceOfPlan(work, plan.id)
  const wayGiven = givingWay()
  const seen = new Map<ShiftId, Seen>()
  for (const row of rows) {
    seen.set(row.shift_id, seenAs(row))
    await wayGiven()
  }
  const byId = new Map(drawn.map((shift) => [shift.id, shift]))
  const changes: Different[] = []
  for (const id of new Set([...byId.keys(), ...seen.keys()])) {
    changes.push(...differenceOf(byId.get(id), seen.get(id)))
    await wayGiven()
  }
  return { drawn, seen: [...seen.values()], changes }
}
