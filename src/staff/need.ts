// What a verb relies on, refused in words when it is not so. Who is relied on is held until the commit: they cannot leave meanwhile.
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { ownDeputy, personGone, type PersonId, type TeamId } from './contract.ts'
import { holdActive } from './store/person.ts'
import { holdOpen } from './store/team.ts'

export async function needActive(work: Work, person: PersonId): Promise<void> {
  if (!(await holdActive(work, person))) throw refuse(personGone, { person })
}

export async function needDeputy(work: Work, person: PersonId, deputy: PersonId | null): Promise<void> {
  if (deputy === null) return
  if (deputy === person) throw refuse(ownDeputy, {})
  await needActive(work, deputy)
}

export async function needTeams(work: Work, teams: readonly TeamId[]): Promise<void> {
  if (teams.length === 0) return
  const open = await holdOpen(work, teams)
  if (open.length < new Set(teams).size) throw refuse(notFound, {})
}
