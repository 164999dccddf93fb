// Whoever runs the floor for some teams or brands does so for these and no others.
import * as staff from '#staff'
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { ItemRow } from '../store/item.ts'

/** Somebody of one of their teams. */
export async function needTheirPerson(work: Work, person: PersonId, permission: Permission): Promise<void> {
  const teams = await staff.teamsOf(work, person)
  allow(work, permission, { team: teams.find((team) => can(work.actor, permission, { team })) ?? null })
}

/** An item of one of their brands, or of none. */
export const isTheirItem = ({ actor }: Work, { facts: { brand } }: ItemRow, permission: Permission): boolean =>
  can(actor, permission, brand === null ? {} : { brand })
