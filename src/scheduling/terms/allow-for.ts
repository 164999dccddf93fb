// Whoever may do something for some teams may do it for the people of those.
import { allow, can } from '#access'
import * as staff from '#staff'
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export async function mayForPerson(work: Work, person: PersonId, permission: Permission): Promise<boolean> {
  if (can(work.actor, permission, { team: null })) return true
  return (await staff.teamsOf(work, person)).some((team) => can(work.actor, permission, { team }))
}

export async function allowForPerson(work: Work, person: PersonId, permission: Permission): Promise<void> {
  if (!(await mayForPerson(work, person, permission))) allow(work, permission, { team: null }) // refuses, in the words of access
}
