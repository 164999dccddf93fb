// Team managers see and grant for the people of their own teams; who is in none, only who may for all.
import * as staff from '#staff'
import { allow, can, scopesFor } from '#access'
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export async function needTheirs(work: Work, person: PersonId, permission: Permission): Promise<void> {
  const teams = await staff.teamsOf(work, person)
  allow(work, permission, { team: teams.find((team) => can(work.actor, permission, { team })) ?? null })
}

export function seesOf({ actor }: Work, permission: Permission = 'workforce.read'): (teams: readonly string[]) => boolean {
  const scopes = scopesFor(actor, permission)
  if (scopes.some(({ teams }) => teams === null)) return () => true
  const mine = new Set(scopes.flatMap(({ teams }) => teams ?? []))
  return (teams) => teams.some((team) => mine.has(team))
}
