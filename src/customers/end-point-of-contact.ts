import { allow } from '#access'
import type { Work } from '#base/work'
import { contactNamed, type Naming } from './contract.ts'
import { known } from './set-point-of-contact.ts'
import { dropContactFrom, endContact } from './store/contact.ts'

// From now on nobody in particular.
export async function endPointOfContact(work: Work, { of }: Pick<Naming, 'of'>): Promise<object> {
  allow(work, 'customer.edit')
  const subject = await known(work, of)
  const dropped = await dropContactFrom(work, subject, work.now)
  const ended = await endContact(work, subject, work.now)
  if (ended.length > 0 || dropped > 0) work.publish(contactNamed, { ...subject, person: null, deputy: null })
  return {}
}
