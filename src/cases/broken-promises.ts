// What the database's own constraints make impossible, looked at once more: a constraint that was dropped by hand shows here.
import type { Work } from '#base/work'
import { countGaps, countOrphans, countStrays } from './store/health.ts'

export async function brokenPromises(work: Work): Promise<string[]> {
  const { without_owner, with_two, owner_gone } = await countOrphans(work)
  const { broken } = await countGaps(work)
  const { merged_astray, closed_over } = await countStrays(work)
  return [
    ...(without_owner > 0 ? [`${without_owner} cases without a current owner`] : []),
    ...(with_two > 0 ? [`${with_two} cases with two owners`] : []),
    ...(owner_gone > 0 ? [`${owner_gone} open cases whose owner has left`] : []),
    ...(broken > 0 ? [`${broken} ownerships that do not begin where the one before ended`] : []),
    ...(merged_astray > 0 ? [`${merged_astray} cases that are part of another without its owner`] : []),
    ...(closed_over > 0 ? [`${closed_over} things wait in cases that were closed over them without a reason`] : []),
  ]
}
