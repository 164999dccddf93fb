// For rooms above that ask teams for something: which teams somebody is in or leads, and who they are.
import { once } from '#base/once'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from './contract.ts'
import { findTeamsNamed, teamsAround, type TeamNamed } from './store/team-named.ts'

export type { TeamNamed } from './store/team-named.ts'

/** The open teams a person is a member of, or leads. Of that person in this unit of work it is asked once. */
export const teamsOf = (work: Work, person: PersonId): Promise<TeamId[]> =>
  once(work, `staff.teams_of:${person}`, async () => (await teamsAround(work, person)).map(({ id }) => id))

/** Teams by id, closed ones too: the past keeps their names. */
export async function teamsNamed(work: Work, ids: readonly TeamId[]): Promise<Map<TeamId, TeamNamed>> {
  if (ids.length === 0) return new Map()
  return new Map((await findTeamsNamed(work, [...new Set(ids)])).map((team) => [team.id, team]))
}
