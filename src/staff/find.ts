import type { Work } from '#base/work'
import type { PersonFacts, PersonId, TeamFacts, TeamId } from './contract.ts'
import { countActive, findFacts, findPerson } from './store/person.ts'
import { findTeamFacts, membersOf } from './store/team.ts'

// Whoever is unknown is missing from the map; whoever left is there, not active: the past keeps their names.
export async function find(work: Work, ids: readonly PersonId[]): Promise<Map<PersonId, PersonFacts>> {
  if (ids.length === 0) return new Map()
  const found = await findFacts(work, [...new Set(ids)])
  return new Map(found.map((person) => [person.id, person]))
}

export async function active(work: Work, person: PersonId): Promise<boolean> {
  return (await countActive(work, [person])).count === 1
}

// For a room that edits a person in a transaction of its own.
export const versionOf = async (work: Work, person: PersonId): Promise<number | undefined> =>
  (await findPerson(work, person))?.version

export const membersOfTeam = async (work: Work, team: TeamId): Promise<PersonId[]> =>
  (await membersOf(work, team)).map(({ id }) => id)

// A closed team is found, not open and without members: the past keeps its name.
export async function findTeams(work: Work, ids: readonly TeamId[]): Promise<Map<TeamId, TeamFacts>> {
  if (ids.length === 0) return new Map()
  const found = await findTeamFacts(work, [...new Set(ids)])
  return new Map(found.map((team) => [team.id, team]))
}
