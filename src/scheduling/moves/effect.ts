// What changes do to coverage, group by group, in the intervals they touch.
import type { Work } from '#base/work'
import type { Effect } from '../contract.ts'
import { midnight, type Span } from '../rules/days.ts'
import type { Change } from '../rules/drawn.ts'
import { effectIn } from '../rules/effect-in.ts'
import { toCover } from '../plans/need.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { daysOf } from './commit-changes.ts'

const MOST_SHIFTS = 60_000
// Beyond so many changes the whole plan is looked at by its coverage, not by an effect.
const MOST_CHANGES = 200

/** Asked before the changes are written. */
export async function effectOf(work: Work, plan: PlanRow, changes: readonly Change[]): Promise<Effect[]> {
  if (changes.length === 0 || changes.length > MOST_CHANGES) return []
  const span = daysAround(changes, plan.zone)
  const cover = await toCover(work, plan, span)
  const shifts = await shiftsOfPlan(work, { plan: plan.id, ...span, most: MOST_SHIFTS })
  return effectIn(cover, shifts, changes)
}

function daysAround(changes: readonly Change[], zone: string): Span {
  const days = daysOf(changes)
  return {
    from: midnight(Temporal.PlainDate.from(days[0]!), zone),
    to: midnight(Temporal.PlainDate.from(days.at(-1)!).add({ days: 2 }), zone), // a night shift ends on the day after
  }
}
