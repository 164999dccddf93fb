// Team managers see and grant for the people of their own teams; who is in none, only who may for all.
import * as staff from '#staff'
import { allow, teamsFor } from '#access'
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export async function needTheirs(work: Work, person: PersonId, permission: Permission): Promise<void> {
  const own = teamsFor(work.actor, permission)
  const isTheirs = own === null || (await staff.teamsOf(work, person)).some((team) => own.has(team))
  if (!isTheirs) allow(work, permission, { team: null, brand: null }) // refuses, in the words of access
}

export function seesOf({ actor }: Work, permission: Permission = 'workforce.read'): (teams: readonly string[]) => boolean {
  const own = teamsFor(actor, permission)
  return (teams) => own === null || teams.some((team) => own.has(team))
}
