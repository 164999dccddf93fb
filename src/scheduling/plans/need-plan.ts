// A plan that is looked at or worked on, by whoever may for its teams.
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { findPlan, holdPlan, type PlanRow } from '../store/plan.ts'

/** Whoever holds it for all teams of the plan; of a plan for everybody, or with people besides its teams, for all there are. */
export function mayForPlan(work: Work, { teams, people }: Pick<PlanRow, 'teams' | 'people'>, permission: Permission): boolean {
  if (can(work.actor, permission, { team: null })) return true
  return teams.length > 0 && people.length === 0 && teams.every((team) => can(work.actor, permission, { team }))
}

export async function needPlan(work: Work, id: string, permission: Permission): Promise<PlanRow> {
  allow(work, permission)
  const plan = await findPlan(work, id)
  if (!plan) throw refuse(notFound, {})
  if (permission !== 'workforce.read' && !mayForPlan(work, plan, permission)) allow(work, permission, { team: null }) // refuses, in the words of access
  return plan
}

/** Nobody else works on it or publishes it until this unit of work has ended. */
export async function needPlanHeld(work: Work, id: string, permission: Permission): Promise<PlanRow> {
  await needPlan(work, id, permission)
  const plan = await holdPlan(work, id)
  if (!plan) throw refuse(notFound, {})
  return plan
}
