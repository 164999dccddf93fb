// Whoever may do something for some teams may do it for the people of those.
import { allow, teamsFor } from '#access'
import * as staff from '#staff'
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { everywhere } from '../whose.ts'

export async function mayForPerson(work: Work, person: PersonId, permission: Permission): Promise<boolean> {
  const own = teamsFor(work.actor, permission)
  return own === null || (own.size > 0 && (await staff.teamsOf(work, person)).some((team) => own.has(team)))
}

export async function allowForPerson(work: Work, person: PersonId, permission: Permission): Promise<void> {
  if (!(await mayForPerson(work, person, permission))) allow(work, permission, everywhere) // refuses, in the words of access
}
