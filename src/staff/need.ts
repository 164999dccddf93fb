// What a verb relies on, refused in words when it is not so.
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { personGone, type PersonId, type TeamId } from './contract.ts'
import { countActive } from './store/person.ts'
import { countOpenTeams } from './store/team.ts'

export async function needActive(work: Work, person: PersonId): Promise<void> {
  const { count } = await countActive(work, [person])
  if (count === 0) throw refuse(personGone, { person })
}

export async function needTeams(work: Work, teams: readonly TeamId[]): Promise<void> {
  if (teams.length === 0) return
  const { count } = await countOpenTeams(work, teams)
  if (count < new Set(teams).size) throw refuse(notFound, {})
}
