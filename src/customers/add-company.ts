import { allow } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { companyAdded, domainShared, domainTaken, type CompanyId, type NewCompany } from './contract.ts'
import { isSharedDomain } from './rules/mail-domains.ts'
import { domainOf } from './rules/normalise.ts'
import { folded } from './rules/words.ts'
import { adoptCustomers, insertCompany, insertDomains } from './store/company.ts'

export async function addCompany(work: Work, { name, domains = [] }: NewCompany): Promise<{ id: CompanyId }> {
  allow(work, 'customer.edit')
  const id = newId<'company'>(work.now)
  await insertCompany(work, { id, name, folded: folded(name) })
  await claimDomains(work, id, domains.map(domainOf))
  work.publish(companyAdded, { company: id, name })
  return { id }
}

// A domain tells one company; whoever wrote from it before belongs to it from now on, unless somebody placed them elsewhere.
export async function claimDomains(work: Work, id: CompanyId, domains: readonly string[]): Promise<void> {
  const shared = domains.find(isSharedDomain)
  if (shared !== undefined) throw refuse(domainShared, { domain: shared })
  const own = [...new Set(domains)].toSorted()
  if (own.length === 0) return
  if ((await insertDomains(work, id, own)) < own.length) throw refuse(domainTaken, {})
  await adoptCustomers(work, id, own)
}
