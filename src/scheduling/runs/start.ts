// The optimiser is asked to plan, and stopped again.
import { audit } from '#access'
import { newId } from '#base/id'
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import {
  nobodyToPlan,
  nothingFoundYet,
  planRunChanged,
  runUnderWay,
  tooManyRunsAsked,
  type PlanId,
  type PlanRun,
  type PlanRunAsk,
  type PlanRunId,
} from '../contract.ts'
import { needPlan } from '../plans/need-plan.ts'
import { peopleOfPlan } from '../plans/people.ts'
import * as store from '../store/run.ts'
import { optimise } from './job.ts'
import { needRun, showRun } from './show.ts'

const MOST_WAITING = 5

export async function startRun(work: Work, { id: plan_id, ...asked }: PlanRunAsk & { id: PlanId }): Promise<PlanRun> {
  const plan = await needPlan(work, plan_id, 'workforce.manage')
  if ((await peopleOfPlan(work, plan)).length === 0) throw refuse(nobodyToPlan, {})
  if ((await store.countWaiting(work)).n >= MOST_WAITING) throw refuse(tooManyRunsAsked, { most: MOST_WAITING })
  const id = newId<'plan_run'>(work.now)
  const by = work.actor.kind === 'person' ? work.actor.id : null
  if ((await store.insertRun(work, { id, plan: plan_id, asked, by })) === 0) throw refuse(runUnderWay, {})
  await later(work, optimise, { payload: { run: id }, line: 'scheduling', id })
  await audit(work, 'plan.optimised', { about: plan_id })
  work.publish(planRunChanged, { plan: plan_id, run: id, state: 'asked' })
  return await showRun(work, { id })
}

/** Its thread notices within a second, whichever server it is on. */
export async function endRun(work: Work, { id, take_best }: { id: PlanRunId; take_best: boolean }): Promise<PlanRun> {
  const run = await needRun(work, id)
  await needPlan(work, run.plan_id, 'workforce.manage')
  if (take_best && run.ended_at === null && !run.best) throw refuse(nothingFoundYet, {})
  if (take_best) await store.recordEndAsked(work, id, 'take_best')
  else if ((await store.recordCancelled(work, id)) > 0)
    work.publish(planRunChanged, { plan: run.plan_id, run: id, state: 'cancelled' })
  return await showRun(work, { id })
}
