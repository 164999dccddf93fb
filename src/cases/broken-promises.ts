// What the database's own constraints make impossible, looked at once more: a constraint that was dropped by hand shows here.
import type { Work } from '#base/work'
import { countOrphans } from './store/case.ts'

export async function brokenPromises(work: Work): Promise<string[]> {
  const { without_owner, with_two, owner_gone } = await countOrphans(work)
  return [
    ...(without_owner > 0 ? [`${without_owner} cases without a current owner`] : []),
    ...(with_two > 0 ? [`${with_two} cases with two owners`] : []),
    ...(owner_gone > 0 ? [`${owner_gone} open cases whose owner has left`] : []),
  ]
}
