// A plan that is looked at or worked on, by whoever may for its teams.
import { allow, teamsFor } from '#access'
import type { Permission } from '#access/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { everywhere, theirPeople } from '../whose.ts'
import { findPlan, holdPlan, type PlanRow } from '../store/plan.ts'

/** Whoever holds it for all teams of the plan; of a plan for everybody, or with people besides its teams, for all there are. */
export function mayForPlan(work: Work, { teams, people }: Pick<PlanRow, 'teams' | 'people'>, permission: Permission): boolean {
  const own = teamsFor(work.actor, permission)
  return own === null || (teams.length > 0 && people.length === 0 && teams.every((team) => own.has(team)))
}

/** Whoever leads some of its people sees it, with these people and no others. */
export async function seesPlan(work: Work, { teams, people }: Pick<PlanRow, 'teams' | 'people'>): Promise<boolean> {
  const own = teamsFor(work.actor, 'workforce.read')
  if (own === null) return true
  if (own.size === 0) return false
  if (teams.length === 0 && people.length === 0) return true // it is for everybody
  if (teams.some((team) => own.has(team))) return true
  const theirs = people.length > 0 ? await theirPeople(work) : null
  return people.some((person) => theirs?.has(person))
}

export async function needPlan(work: Work, id: string, permission: Permission): Promise<PlanRow> {
  allow(work, permission)
  const plan = await findPlan(work, id)
  if (!plan || (permission === 'workforce.read' && !(await seesPlan(work, plan)))) throw refuse(notFound, {})
  if (permission !== 'workforce.read' && !mayForPlan(work, plan, permission)) allow(work, permission, everywhere) // refuses, in the words of access
  return plan
}

/** Nobody else works on it or publishes it until this unit of work has ended. */
export async function needPlanHeld(work: Work, id: string, permission: Permission): Promise<PlanRow> {
  await needPlan(work, id, permission)
  const plan = await holdPlan(work, id)
  if (!plan) throw refuse(notFound, {})
  return plan
}
