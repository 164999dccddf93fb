// A mend that the optimiser found is done: one move of the plan, held against the law as any other, and taken back as any other.
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { mendIsPast, notByLaw, type Moved, type PlanRunId } from '../contract.ts'
import { checkChanges } from '../moves/check-changes.ts'
import { commitChanges } from '../moves/commit-changes.ts'
import { effectOf } from '../moves/effect.ts'
import { moved } from '../moves/make-move.ts'
import { needPlanHeld } from '../plans/need-plan.ts'
import { midnight } from '../rules/days.ts'
import { changesOfMend, type KeptMend } from '../rules/kept-mends.ts'
import type { PlanRow } from '../store/plan.ts'
import { mendsOfRun } from '../store/run.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { needRun } from './show.ts'

const MOST_SHIFTS = 2_000

export async function pressMend(work: Work, { id, nth }: { id: PlanRunId; nth: string }): Promise<Moved> {
  const run = await needRun(work, id)
  const plan = await needPlanHeld(work, run.plan_id, 'workforce.manage')
  const kept = (await mendsOfRun(work, id)).find((each) => each.nth === nth)
  const changes = kept && changesOfMend(kept, await theirShifts(work, plan, kept), () => newId<'shift'>(work.now))
  if (!changes) throw refuse(mendIsPast, {})
  const { hard, soft } = await checkChanges(work, plan, changes)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard })
  const effect = await effectOf(work, plan, changes)
  const done = await commitChanges(work, plan, { kind: 'mend', changes })
  return await moved(work, done.plan, { move: done.move, changes, troubles: soft, effect })
}

function theirShifts(work: Work, plan: PlanRow, { changes }: KeptMend): Promise<KeptShift[]> {
  const days = changes.map(({ day }) => day).toSorted()
  const from = midnight(Temporal.PlainDate.from(days[0]!), plan.zone) // a mend changes something
  const to = midnight(Temporal.PlainDate.from(days.at(-1)!).add({ days: 1 }), plan.zone)
  return shiftsOfPlan(work, { plan: plan.id, from, to, people: changes.map(({ person }) => person), most: MOST_SHIFTS })
}
