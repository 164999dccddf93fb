import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { consentRecorded, type ConsentId, type NewConsent } from './contract.ts'
import { insertConsent } from './store/consent.ts'
import { findCustomer } from './store/customer.ts'

export async function recordConsent(work: Work, input: NewConsent): Promise<{ id: ConsentId }> {
  allow(work, 'customer.edit')
  const { customer, purpose, channel, decision } = input
  if (!(await findCustomer(work, customer))) throw refuse(notFound, {})
  const id = newId<'consent'>(work.now)
  await insertConsent(work, id, input)
  work.publish(consentRecorded, { customer, purpose, channel, decision })
  return { id }
}
