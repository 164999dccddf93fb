import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { contactFor } from './contact-for.ts'
import type { Card, CustomerId } from './contract.ts'
import { findClaims } from './store/claim.ts'
import { findCompany } from './store/company.ts'
import { latestConsents } from './store/consent.ts'
import { findCustomer } from './store/customer.ts'
import { findGroup, findJoins } from './store/group.ts'
import { findIdentities } from './store/identity.ts'

// Everything the card shows. A group is shown as one person: every identity, consent and join of all its records.
export async function card(work: Work, { id }: { id: CustomerId }): Promise<Card> {
  allow(work, 'customer.read')
  const [customer, members, contact] = await Promise.all([findCustomer(work, id), findGroup(work, id), contactFor(work, id)])
  if (!customer) throw refuse(notFound, {})
  const group = members.map((member) => member.id)
  const [company, identities, claims, consents, joins] = await Promise.all([
    customer.company_id ? findCompany(work, customer.company_id) : undefined,
    findIdentities(work, group),
    findClaims(work, group),
    latestConsents(work, group),
    findJoins(work, group),
  ])
  return {
    id, name: customer.name, language: customer.language, notes: customer.notes, version: customer.version, added_at: customer.added_at.toString(),
    company: company ? { id: company.id, name: company.name } : null,
    face: group[0] ?? id,
    group: members,
    identities: identities.map((i) => ({ ...i, verified_at: i.verified_at?.toString() ?? null, added_at: i.added_at.toString() })),
    claims: unheld(claims, identities).map((c) => ({ ...c, said_at: c.said_at.toString(), proven_at: c.proven_at?.toString() ?? null })),
    contact: contact && { ...contact, away_until: contact.away_until?.toString() ?? null },
    consents: consents.map((c) => ({ ...c, at: c.at.toString() })),
    joins: joins.map((j) => ({ ...j, joined_at: j.joined_at.toString(), parted_at: j.parted_at?.toString() ?? null })),
  } // prettier-ignore
}

// What they said and turned out to be theirs is shown once, as theirs.
const unheld = <Said extends { kind: string; normalised: string }>(
  claims: Said[],
  identities: readonly { kind: string; normalised: string }[],
): Said[] =>
  claims.filter((claim) => !identities.some(({ kind, normalised }) => kind === claim.kind && normalised === claim.normalised))
