import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { identityRemoved, type CustomerId, type IdentityId } from './contract.ts'
import { renewClues } from './clues.ts'
import { recordRemoval } from './store/identity.ts'

export async function removeIdentity(
  work: Work,
  { customer, identity }: { customer: CustomerId; identity: IdentityId },
): Promise<object> {
  allow(work, 'customer.edit')
  const removed = await recordRemoval(work, customer, identity)
  if (!removed) throw refuse(notFound, {})
  await renewClues(work, customer)
  work.publish(identityRemoved, { customer, identity, kind: removed.kind })
  return {}
}
