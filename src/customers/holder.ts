import type { Work } from '#base/work'
import type { CustomerId, Sighting } from './contract.ts'
import { normalise } from './rules/normalise.ts'
import { holderOf } from './store/identity.ts'

// Whose address it is, and whether they have proven it. Nobody is made up for it: undefined when it is nobody's.
export async function holder(
  work: Work,
  { kind, value }: Pick<Sighting, 'kind' | 'value'>,
): Promise<{ customer: CustomerId; verified: boolean } | undefined> {
  const normalised = normalise(kind, value)
  const found = normalised === null ? undefined : await holderOf(work, kind, normalised)
  return found && { customer: found.customer_id, verified: found.verified_at !== null }
}
