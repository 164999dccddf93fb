import type { Work } from '#base/work'
import type { CustomerId } from './contract.ts'
import { cluesOf } from './rules/words.ts'
import { findCustomer, replaceClues } from './store/customer.ts'
import { findIdentities } from './store/identity.ts'

// After a name or an identity changed: the words the customer is found by.
export async function renewClues(work: Work, customer: CustomerId): Promise<void> {
  const [found, identities] = await Promise.all([findCustomer(work, customer), findIdentities(work, [customer])])
  if (found) await replaceClues(work, customer, cluesOf(found.name, identities))
}
