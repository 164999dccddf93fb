import { newId } from '#base/id'
import { actorId, type Work } from '#base/work'
import { contactNamed } from './contract.ts'
import { endContactsOf, insertContacts, passDeputies, passFutureContacts, type Departure } from './store/contact.ts'

// Somebody left the staff: those they answered for are not left alone, their successor answers from now on.
export async function passContactsOn(work: Work, departure: Departure): Promise<void> {
  await passDeputies(work, departure)
  await passFutureContacts(work, departure)
  const ended = await endContactsOf(work, departure)
  const person = departure.successor
  const begun = ended.map(({ customer, company, deputy, valid_to }) => ({
    id: newId<'point_of_contact'>(work.now), customer, company, person, deputy: deputy === person ? null : deputy, from: work.now, to: valid_to, by: actorId(work.actor),
  })) // prettier-ignore
  if (begun.length > 0) await insertContacts(work, begun)
  for (const { customer, company, deputy } of begun) work.publish(contactNamed, { customer, company, person, deputy })
}
