import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { customerAdded, identityInvalid, type Recognised, type Sighting } from './contract.ts'
import { cleanName } from './rules/clean-name.ts'
import { companyDomainOf } from './rules/mail-domains.ts'
import { normalise } from './rules/normalise.ts'
import { cluesOf, folded } from './rules/words.ts'
import * as store from './store/customer.ts'
import { recordVerification } from './store/identity.ts'

// Who wrote or called. One round trip for a known address; a new one becomes a customer. Two first mails at once make one customer:
// the second waits for the first's commit, finds that it inserted nothing, and looks again.
export async function recognise(work: Work, sighting: Sighting): Promise<Recognised> {
  const normalised = normalise(sighting.kind, sighting.value)
  if (normalised === null) throw refuse(identityInvalid, { kind: sighting.kind })
  const seen = { kind: sighting.kind, normalised, proof: sighting.proof }
  return (await known(work, seen)) ?? (await meet(work, sighting, normalised)) ?? (await knownByNow(work, seen))
}

type Seen = { kind: Sighting['kind']; normalised: string; proof: string | undefined }

async function known(work: Work, seen: Seen): Promise<Recognised | undefined> {
  const found = await store.findByIdentity(work, seen)
  if (found && seen.proof && !found.verified) await recordVerification(work, { ...seen, how: seen.proof })
  return found && { customer: found.customer_id, company: found.company_id, created: false }
}

async function knownByNow(work: Work, seen: Seen): Promise<Recognised> {
  const found = await known(work, seen)
  if (!found) throw new Error('an identity was neither found nor added') // it would have had to be removed between two statements
  return found
}

export async function meet(
  work: Work,
  { kind, value, name, proof }: Sighting,
  normalised: string,
): Promise<Recognised | undefined> {
  const id = newId<'customer'>(work.now)
  const shown = nameOf(name, value)
  const made = await store.insertNewcomer(work, {
    id, identity_id: newId(work.now), kind, value: value.trim().slice(0, 1_000), normalised, domain: kind === 'email' ? companyDomainOf(normalised) : null,
    name: shown, folded: folded(shown), clues: cluesOf(shown, [{ kind, normalised }]), proof: proof ?? null,
  }) // prettier-ignore
  if (!made) return undefined
  work.publish(customerAdded, { customer: id, name: shown })
  return { customer: id, company: made.company_id, created: true }
}

const nameOf = (name: string | undefined, value: string): string => cleanName(name ?? '') || cleanName(value) // never empty
