// What customers, companies and projects count on somebody for: told, and passed to another in the same transaction in which they leave.
import { allow } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import * as staff from '#staff'
import type { Passing, Resting } from '#staff/contract'
import { contactNamed, contactUnknown } from './contract.ts'
import { insertContacts, type NewContact } from './store/contact.ts'
import {
  endContactsOf, passComingContacts, passDeputies, restingAsContact, restingAsDeputy, withoutOwnDeputies, type Departure,
} from './store/passing.ts' // prettier-ignore

const MOST_SHOWN = 20

export async function restingOn(work: Work, person: PersonId): Promise<Resting[]> {
  const [contacts, deputies] = await Promise.all([
    restingAsContact(work, person, MOST_SHOWN),
    restingAsDeputy(work, person, MOST_SHOWN),
  ])
  return [...shown('contact', contacts), ...shown('contact_deputy', deputies)]
}

type Row = Awaited<ReturnType<typeof restingAsContact>>[number]
const pathOf = ({ of, subject_id }: Row): string => (of === 'customer' ? `/customers/${subject_id}` : `/customers?tab=contacts`)
const shown = (kind: string, rows: readonly Row[]): Resting[] =>
  rows.length === 0
    ? []
    : [{ kind, count: rows[0]!.all, items: rows.map((row) => ({ id: row.id, name: row.name, path: pathOf(row) })) }]

// Everything, or what of a kind and which points of contact is said. Whoever answers from now on is another row: who answered until now stays told.
export async function pass(work: Work, { from, to, kind, ids }: Passing): Promise<void> {
  allow(work, 'customer.edit')
  if (from === to || !(await staff.active(work, to))) throw refuse(contactUnknown, {})
  const departure: Departure = { from, to, ids: ids ?? null }
  if (kind === undefined || kind === 'contact_deputy') await passDeputies(work, departure)
  if (kind === undefined || kind === 'contact') await passContacts(work, departure)
}

async function passContacts(work: Work, departure: Departure): Promise<void> {
  const { to } = departure
  await passComingContacts(work, departure)
  await withoutOwnDeputies(work, to)
  const ended = await endContactsOf(work, departure)
  const begun = ended.map(({ customer, company, project, team, deputies, valid_to }): NewContact => ({
    id: newId<'point_of_contact'>(work.now), customer, company, project, team, from: work.now, to: valid_to, because: 'passed', by: actorId(work.actor),
    person: team ? null : to, // a team goes on, and shows whoever is here
    deputies: deputies.filter((each) => !('person' in each && each.person === to)),
  })) // prettier-ignore
  if (begun.length > 0) await insertContacts(work, begun)
  for (const { customer, company, project, person, team, deputies } of begun) {
    const deputy = deputies.flatMap((each) => ('person' in each ? [each.person] : []))[0] ?? null
    work.publish(contactNamed, { customer, company, project, person, team, deputy })
  }
}
