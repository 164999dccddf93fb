import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { customerAdded, type CustomerId, type NewCustomer } from './contract.ts'
import { addIdentity } from './add-identity.ts'
import { renewClues } from './clues.ts'
import { folded } from './rules/words.ts'
import { findCompany } from './store/company.ts'
import { insertCustomer } from './store/customer.ts'

export async function add(work: Work, input: NewCustomer): Promise<{ id: CustomerId }> {
  allow(work, 'customer.edit')
  const { name, language = null, company_id = null, notes = '', identities = [] } = input
  if (company_id && !(await findCompany(work, company_id))) throw refuse(notFound, {})
  const id = newId<'customer'>(work.now)
  await insertCustomer(work, { id, name, folded: folded(name), language, company_id, notes })
  work.publish(customerAdded, { customer: id, name })
  for (const identity of identities) await addIdentity(work, { customer: id, ...identity })
  if (identities.length === 0) await renewClues(work, id)
  return { id }
}
