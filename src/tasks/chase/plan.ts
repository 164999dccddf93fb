// The plan of the chase, read and written.
import { allow, audit } from '#access'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { ChasePlan } from '../contract.ts'
import { followAll } from './follow.ts'
import { planOf } from './plan-of.ts'
import { putPlan } from './store/chase.ts'

export async function showPlan(work: Work): Promise<ChasePlan> {
  allow(work, 'task.read')
  return await planOf(work)
}

export async function changePlan(
  work: Work,
  { version, ...plan }: Omit<ChasePlan, 'version'> & { version?: number | undefined },
): Promise<ChasePlan> {
  allow(work, 'task.manage')
  const before = await planOf(work)
  const given = version ?? before.version
  const inOrder = { ...plan, steps: plan.steps.toSorted((a, b) => a.minutes - b.minutes) }
  const isStale = given !== before.version || (await putPlan(work, inOrder, given)) === 0
  if (isStale) throw refuse(stale, { current: before, given_version: given, current_version: before.version })
  await audit(work, 'chase.plan_changed', { about: work.tenant })
  await followAll(work)
  return await planOf(work)
}
