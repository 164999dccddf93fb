// Whose people somebody plans or looks at: their names, shifts, contracts, wishes and absences are for whoever leads one of their teams.
import { teamsFor } from '#access'
import { once } from '#base/once'
import type { PersonId } from '#base/contract'
import type { Permission } from '#access/contract'
import type { Work } from '#base/work'
import { everybody } from './plans/people.ts'

/** Of all teams and all brands: what belongs to the whole house. */
export const everywhere = { team: null, brand: null } as const

/** null: everybody. */
export const theirPeople = (work: Work, permission: Permission = 'workforce.read'): Promise<ReadonlySet<PersonId> | null> =>
  once(work, `scheduling.their_people ${permission}`, async () => {
    const own = teamsFor(work.actor, permission)
    if (own === null) return null
    if (own.size === 0) return new Set<PersonId>()
    return new Set((await everybody(work)).filter(({ teams }) => teams.some((team) => own.has(team))).map(({ id }) => id))
  })

/** What is nobody’s yet may be seen by whoever sees the plan. */
export async function areTheirs(work: Work): Promise<(person: PersonId | null) => boolean> {
  const theirs = await theirPeople(work)
  return (person) => person === null || theirs === null || theirs.has(person)
}
