// Gathers what the rule needs, with no question asked twice, and lets it choose.
import * as brands from '#brands'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CustomerId } from '#customers/contract'
import { chooseOwner as choose, type Chosen } from './rules/choose-owner.ts'

export type Owner = Chosen & { deputy: PersonId | null }

export async function chooseOwner(work: Work, at: { customer: CustomerId | null; entry_point: EntryPointId }): Promise<Owner> {
  const [contact, duty] = await Promise.all([at.customer ? customers.contactFor(work, at.customer) : null, brands.dutyPerson(work, at.entry_point)])
  const [contactStandIn, deputyStandIn, dutyStandIn] = await Promise.all([
    contact && staff.standIn(work, contact.person),
    contact?.deputy && staff.standIn(work, contact.deputy),
    staff.standIn(work, duty.person),
  ])
  const chosen = choose({
    contact: contact && { ...contact, stand_in: contactStandIn, deputy_is_here: deputyStandIn !== null && typeof deputyStandIn === 'object' && deputyStandIn.because === 'present' },
    duty: { person: duty.person, stand_in: dutyStandIn },
  })
  const named = contact?.person === chosen.person ? contact.deputy : null
  return { ...chosen, deputy: named ?? (await staff.deputyFor(work, chosen.person)) }
}
