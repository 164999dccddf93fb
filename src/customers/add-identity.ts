import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { identityAdded, identityInvalid, identityTaken, type CustomerId, type IdentityId, type NewIdentity } from './contract.ts'
import { renewClues } from './clues.ts'
import { normalise } from './rules/normalise.ts'
import { lockCustomer } from './store/customer.ts'
import { holderOf, insertIdentity, stopPreferring } from './store/identity.ts'

type Input = NewIdentity & { customer: CustomerId; preferred?: boolean | undefined; verified_how?: string | undefined }

export async function addIdentity(work: Work, input: Input): Promise<{ id: IdentityId }> {
  allow(work, 'customer.edit')
  const { customer, kind, value, preferred = false, verified_how = null } = input
  const normalised = normalise(kind, value)
  if (normalised === null) throw refuse(identityInvalid, { kind })
  if (!(await lockCustomer(work, customer))) throw refuse(notFound, {})
  if (preferred) await stopPreferring(work, customer, kind)
  const id = newId<'identity'>(work.now)
  const added = await insertIdentity(work, { id, customer, kind, value, normalised, preferred, verified_how })
  if (added === 0) return await alreadyHeld(work, { customer, kind, normalised })
  await renewClues(work, customer)
  work.publish(identityAdded, { customer, identity: id, kind })
  return { id }
}

// Theirs already: nothing to do. Somebody else's: two people may share a telephone, but one record holds it.
async function alreadyHeld(
  work: Work,
  { customer, kind, normalised }: { customer: CustomerId; kind: NewIdentity['kind']; normalised: string },
): Promise<{ id: IdentityId }> {
  const holder = await holderOf(work, kind, normalised)
  if (holder?.customer_id === customer) return { id: holder.id }
  throw refuse(identityTaken, { customer: holder?.customer_id ?? customer })
}
