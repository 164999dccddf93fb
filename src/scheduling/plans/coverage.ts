// Need and people present, an interval a number.
import type { Work } from '#base/work'
import type { PlanCoverage, PlanId } from '../contract.ts'
import { spanOf, windowOf } from '../rules/days.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { needPlan } from './need-plan.ts'
import { presentIn, toCover } from './need.ts'

const MOST_SHIFTS = 60_000

export async function showCoverage(
  work: Work,
  { id, ...window }: { id: PlanId; from?: string | undefined; days: number },
): Promise<PlanCoverage> {
  const plan = await needPlan(work, id, 'workforce.read')
  const span = spanOf(windowOf(plan, window))
  const cover = await toCover(work, plan, span)
  const there = presentIn(cover, await shiftsOfPlan(work, { plan: id, ...span, most: MOST_SHIFTS }))
  return {
    interval_min: cover.grid.interval_min,
    from: cover.from,
    groups: cover.groups.map(({ group, label, need }, nth) => ({ group, label, need: [...need], present: there[nth]! })),
  }
}
