// Where somebody can be written to: what is known to be theirs first, then what they only said.
import type { Work } from '#base/work'
import type { ClaimKind, CustomerId, Reach } from './contract.ts'
import { findClaims } from './store/claim.ts'
import { findGroup } from './store/group.ts'
import { findIdentities } from './store/identity.ts'

export async function reach(work: Work, customer: CustomerId, kind: ClaimKind): Promise<Reach[]> {
  const group = await findGroup(work, customer)
  const ids = group.map((each) => each.id)
  const names = new Map(group.map((each) => [each.id, each.name]))
  const [identities, claims] = await Promise.all([findIdentities(work, ids), findClaims(work, ids)])
  const known = identities
    .filter((identity) => identity.kind === kind)
    .toSorted((a, b) => Number(b.preferred && b.customer === customer) - Number(a.preferred && a.customer === customer))
  const seen = new Set(known.map(({ normalised }) => normalised))
  return [
    ...known.map(({ value, customer: of, verified_at }) => ({
      value,
      name: names.get(of) ?? '',
      proven: verified_at !== null,
      claimed: false,
    })),
    ...claims
      .filter((said) => said.kind === kind && said.customer === customer && !seen.has(said.normalised))
      .map((said) => ({ value: said.value, name: names.get(customer) ?? '', proven: said.proven_at !== null, claimed: true })),
  ]
}
