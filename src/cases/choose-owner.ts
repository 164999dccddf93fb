// Gathers what the rule needs, with no question asked twice, and lets it choose.
import * as brands from '#brands'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CustomerId, ProjectId } from '#customers/contract'
import { chooseOwner as choose, type Chosen } from './rules/choose-owner.ts'

export type Owner = Chosen & { deputy: PersonId | null; deputy_is_named: boolean }

type Arriving = { customer: CustomerId | null; project?: ProjectId | null; entry_point: EntryPointId }

export async function chooseOwner(work: Work, at: Arriving): Promise<Owner> {
  const { customer, project = null } = at
  const [contact, duty] = await Promise.all([
    customer || project ? customers.contactFor(work, { customer, project }) : null,
    onDuty(work, at.entry_point),
  ])
  const chosen = choose({ contact, duty })
  const named = contact?.person === chosen.person ? contact.deputy : null
  return { ...chosen, deputy: named ?? (await deputyBeside(work, chosen.person)), deputy_is_named: named !== null }
}

// Asked once for all the mails that are filed together: nothing filed changes who is on duty, or who stands in for whom.
const onDuty = (work: Work, entry_point: EntryPointId) =>
  once(work, `on duty ${entry_point}`, async () => {
    const { person } = await brands.dutyPerson(work, entry_point)
    const stand_in = await staff.standIn(work, person)
    if (stand_in || (await staff.active(work, person))) return { person, stand_in }
    // Whoever was on duty has left, and everybody in their place is away: somebody who is still of the house, away or not.
    return { person: (await staff.deputyFor(work, person)) ?? person, stand_in: null }
  })

const deputyBeside = (work: Work, person: PersonId): Promise<PersonId | null> =>
  once(work, `deputy beside ${person}`, () => staff.deputyFor(work, person))
