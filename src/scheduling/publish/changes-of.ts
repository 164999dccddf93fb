// Everything publishing a plan would change.
import type { Work } from '#base/work'
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
  const seen = new Map((await inForceOfPlan(work, plan.id)).map((row) => [row.shift_id, seenAs(row)]))
  const byId = new Map(drawn.map((shift) => [shift.id, shift]))
  const ids = new Set([...byId.keys(), ...seen.keys()])
  return { drawn, seen: [...seen.values()], changes: [...ids].flatMap((id) => differenceOf(byId.get(id), seen.get(id))) }
}
