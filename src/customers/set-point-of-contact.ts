import { allow } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import * as staff from '#staff'
import { contactNamed, contactOverlaps, contactUnknown, type Naming, type PointOfContactId } from './contract.ts'
import { findCompany } from './store/company.ts'
import { dropContactFrom, endContact, insertContact, type Subject } from './store/contact.ts'
import { findCustomer } from './store/customer.ts'
import { constraintOf } from './store/constraint.ts'

// Whoever answered until now ends where the new one begins.
export async function setPointOfContact(
  work: Work,
  { of, person, deputy = null, from, to }: Naming,
): Promise<{ id: PointOfContactId }> {
  allow(work, 'customer.edit')
  const subject = await known(work, of)
  await refuseStrangers(work, person, deputy)
  const begins = from === undefined ? work.now : Temporal.Instant.from(from)
  const ends = to == null ? null : Temporal.Instant.from(to)
  if (ends && Temporal.Instant.compare(begins, ends) >= 0) throw refuse(contactOverlaps, {})

  await dropContactFrom(work, subject, begins)
  await endContact(work, subject, begins)
  const id = newId<'point_of_contact'>(work.now)
  await insertContact(work, { ...subject, id, person, deputy, from: begins, to: ends, by: actorId(work.actor) }).catch(asRefusal)
  work.publish(contactNamed, { ...subject, person, deputy })
  return { id }
}

export async function known(work: Work, of: Naming['of']): Promise<Subject> {
  const found = 'customer' in of ? await findCustomer(work, of.customer) : await findCompany(work, of.company)
  if (!found) throw refuse(notFound, {})
  return 'customer' in of ? { customer: of.customer, company: null } : { customer: null, company: of.company }
}

async function refuseStrangers(work: Work, person: PersonId, deputy: PersonId | null): Promise<void> {
  const people = await staff.find(work, deputy ? [person, deputy] : [person])
  const serves = (id: PersonId): boolean => people.get(id)?.active ?? false
  if (person === deputy || !serves(person) || (deputy && !serves(deputy))) throw refuse(contactUnknown, {})
}

function asRefusal(error: unknown): never {
  if (constraintOf(error).startsWith('one_contact_of_')) throw refuse(contactOverlaps, {})
  throw error
}
