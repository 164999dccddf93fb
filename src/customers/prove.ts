// Somebody showed that they read what is sent to an address. When nobody holds it, it is theirs from now on. When another record does, nothing
// is joined: that these two are one person is proposed with more weight, and for people to decide.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { renewClues } from './clues.ts'
import { claimProven, identityAdded, type Proof } from './contract.ts'
import { claim } from './claim.ts'
import { normalise } from './rules/normalise.ts'
import { recordClaimProof } from './store/claim.ts'
import { holderOf, insertIdentity, recordVerification } from './store/identity.ts'

/** `theirs`: the address is now a verified identity of this record. */
export async function prove(work: Work, { customer, kind, value, how }: Proof): Promise<{ theirs: boolean }> {
  const normalised = normalise(kind, value)
  if (normalised === null) return { theirs: false }
  const id = newId<'identity'>(work.now)
  const added = await insertIdentity(work, {
    id, customer, kind, value: value.trim().slice(0, 1_000), normalised, preferred: false, verified_how: how,
  }) // prettier-ignore
  if (added === 1) {
    await renewClues(work, customer)
    work.publish(identityAdded, { customer, identity: id, kind })
    return { theirs: true }
  }
  const holder = await holderOf(work, kind, normalised)
  if (holder?.customer_id === customer) {
    await recordVerification(work, { kind, normalised, how })
    return { theirs: true }
  }
  await claim(work, { customer, kind, value, said_by: how })
  const proven = await recordClaimProof(work, { customer, kind, normalised, how })
  if (proven === 1) work.publish(claimProven, { customer, kind, how })
  return { theirs: false }
}
