import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { contactNamed, type ContactOf, type PointOfContactId } from './contract.ts'
import { known } from './set-point-of-contact.ts'
import { dropContactFrom, dropOne, endContact, endOne, findPointOfContact, type Subject } from './store/contact.ts'

// From now on nobody in particular.
export async function endPointOfContact(work: Work, { of }: { of: ContactOf }): Promise<object> {
  allow(work, 'customer.edit')
  const subject = await known(work, of)
  const dropped = await dropContactFrom(work, subject, work.now)
  const ended = await endContact(work, subject, work.now)
  if (ended.length > 0 || dropped > 0) sayNobody(work, subject)
  return {}
}

// One that answers now ends; one that was to begin later never does. What is over stays told.
export async function endOnePointOfContact(work: Work, { id }: { id: PointOfContactId }): Promise<object> {
  allow(work, 'customer.edit')
  const found = await findPointOfContact(work, id)
  if (!found || (await dropOne(work, id)) + (await endOne(work, id)) === 0) throw refuse(notFound, {})
  const subject = { customer: null, company: null, project: null, [found.of]: found.subject_id } as Subject // the row says of what kind it is
  sayNobody(work, subject)
  return {}
}

const sayNobody = (work: Work, subject: Subject): void =>
  work.publish(contactNamed, { ...subject, person: null, team: null, deputy: null })
