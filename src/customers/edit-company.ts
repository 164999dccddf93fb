import { allow } from '#access'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { companyChanged, type CompanyEdit } from './contract.ts'
import { claimDomains } from './add-company.ts'
import { domainOf } from './rules/normalise.ts'
import { folded } from './rules/words.ts'
import { lockCompany, removeDomains, updateCompany } from './store/company.ts'

export async function editCompany(work: Work, { id, version, name, domains }: CompanyEdit): Promise<{ version: number }> {
  allow(work, 'customer.edit')
  const before = await lockCompany(work, id)
  if (!before) throw refuse(notFound, {})
  const current = { name: before.name, domains: before.domains }
  if (before.version !== version) throw refuse(stale, { current, given_version: version, current_version: before.version })
  const after = name ?? before.name
  await updateCompany(work, { id, name: after, folded: folded(after) })
  if (domains) {
    const kept = domains.map(domainOf)
    await removeDomains(work, id, kept)
    await claimDomains(work, id, kept)
  }
  work.publish(companyChanged, { company: id, version: version + 1 })
  return { version: version + 1 }
}
