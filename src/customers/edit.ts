import { allow } from '#access'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { customerChanged, type CustomerEdit } from './contract.ts'
import { renewClues } from './clues.ts'
import { folded } from './rules/words.ts'
import { findCompany } from './store/company.ts'
import { lockCustomer, updateCustomer } from './store/customer.ts'

export async function edit(work: Work, { id, version, ...changes }: CustomerEdit): Promise<{ version: number }> {
  allow(work, 'customer.edit')
  const before = await lockCustomer(work, id)
  if (!before) throw refuse(notFound, {})
  const { version: current_version, added_at: _, ...current } = before
  if (current_version !== version) throw refuse(stale, { current, given_version: version, current_version })
  if (changes.company_id && !(await findCompany(work, changes.company_id))) throw refuse(notFound, {})

  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<typeof current> // undefined: not asked
  const after = { ...current, ...given }
  await updateCustomer(work, { ...after, folded: folded(after.name) })
  if (after.name !== before.name) await renewClues(work, id)
  work.publish(customerChanged, { customer: id, version: version + 1 })
  return { version: version + 1 }
}
