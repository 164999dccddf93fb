// The service levels of this house, with those that every house begins with. They are made when somebody first asks: a reader, or a person.
import { newId } from '#base/id'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { PolicyId } from './contract.ts'
import { defaultPolicy } from './rules/default-policy.ts'
import { insertPolicy, openPolicies, type PolicyRow } from './store/policy.ts'
import { begin, since } from './store/watch.ts'

export type HouseLevels = { since: Temporal.Instant; policies: PolicyRow[] }

export async function houseLevels(work: Work): Promise<HouseLevels> {
  return await once(work, 'service levels', async () => {
    const [known, policies] = await Promise.all([since(work), openPolicies(work)])
    return known ? { since: known.since, policies } : await founded(work)
  })
}

// A house that had cases before it had clocks is not reproached with its past; one that begins has no past, and a first mail that is
// heard a moment late counts from when it came.
const HOURS_BACK = 24

async function founded(work: Work): Promise<HouseLevels> {
  if ((await begin(work, work.now.subtract({ hours: HOURS_BACK }))) > 0)
    await insertPolicy(
      work,
      newId<'policy'>(work.now),
      defaultPolicy(() => newId(work.now)),
    )
  return { since: (await since(work))!.since, policies: await openPolicies(work) }
}

export const policyNamed = ({ policies }: HouseLevels, id: PolicyId): PolicyRow | undefined =>
  policies.find((each) => each.id === id)
