import type { Work } from '#base/work'
import type { Contact, CustomerId } from './contract.ts'
import { findContact } from './store/group.ts'

// Who answers for this customer at that moment: named for them (or another record of the same person), else for their company.
export async function contactFor(work: Work, customer: CustomerId, at: Temporal.Instant = work.now): Promise<Contact | null> {
  return (await findContact(work, customer, at)) ?? null
}
