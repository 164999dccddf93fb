// A plan is begun, renamed, given other people, thrown away.
import * as staff from '#staff'
import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { planChanged, planIsPublished, runUnderWay, type NewPlan, type Plan, type PlanId } from '../contract.ts'
import { insertPlan, removePlan, updatePlan } from '../store/plan.ts'
import { runOfPlan } from '../store/run.ts'
import { settingsNow } from '../terms/settings.ts'
import { everywhere } from '../whose.ts'
import { mayForPlan, needPlan, needPlanHeld } from './need-plan.ts'
import { showPlan } from './show.ts'

export async function beginPlan(
  work: Work,
  { name, first_day, days, zone, interval_min, teams, people }: NewPlan,
): Promise<Plan> {
  if (!mayForPlan(work, { teams, people }, 'workforce.manage')) allow(work, 'workforce.manage', everywhere)
  await needKnown(work, { teams, people })
  const id = newId<'plan'>(work.now)
  const settings = await settingsNow(work)
  await insertPlan(work, { id, name, first_day, days, zone: zone ?? settings.zone, interval_min, teams, people })
  work.publish(planChanged, { plan: id, what: 'begun' })
  return await showPlan(work, { id })
}

type Edit = {
  id: PlanId
  version: number
  name?: string | undefined
  teams?: TeamId[] | undefined
  people?: PersonId[] | undefined
}
export async function editPlan(work: Work, { id, version, ...wish }: Edit): Promise<Plan> {
  const plan = await needPlan(work, id, 'workforce.manage')
  const next = { id, version, name: wish.name ?? plan.name, teams: wish.teams ?? plan.teams, people: wish.people ?? plan.people }
  if (!mayForPlan(work, next, 'workforce.manage')) allow(work, 'workforce.manage', everywhere)
  await needKnown(work, next)
  if ((await updatePlan(work, next)) === 0) throw overtaken(await showPlan(work, { id }), version)
  work.publish(planChanged, { plan: id, what: 'edited' })
  return await showPlan(work, { id })
}

export async function throwPlanAway(work: Work, { id }: { id: PlanId }): Promise<object> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  if (plan.published_at) throw refuse(planIsPublished, {})
  if (await runOfPlan(work, id)) throw refuse(runUnderWay, {})
  await removePlan(work, id)
  work.publish(planChanged, { plan: id, what: 'removed' })
  return {}
}

async function needKnown(
  work: Work,
  { teams, people }: { teams: readonly TeamId[]; people: readonly PersonId[] },
): Promise<void> {
  const [known, there] = [await staff.findTeams(work, teams), await staff.find(work, people)]
  if (teams.some((team) => !known.get(team)?.open) || people.some((person) => !there.get(person)?.active))
    throw refuse(notFound, {})
}
