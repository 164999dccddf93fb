import type { Work } from '#base/work'
import type { CustomerId } from './contract.ts'
import { findGroup } from './store/group.ts'

// Every record known to be this person, the oldest first: it is the face of the group. Empty for an unknown customer.
export async function group(work: Work, customer: CustomerId): Promise<CustomerId[]> {
  return (await findGroup(work, customer)).map((each) => each.id)
}
