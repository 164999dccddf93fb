// Who is told that an answer is awaited: the managers of somebody's teams; of who is in no team, or manages them all, whoever may answer.
import { mayPerson } from '#access'
import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { listPeople } from './store/person.ts'
import { managersOf } from './store/team.ts'

const MOST_ASKED = 50

export async function managersFor(work: Work, person: PersonId): Promise<PersonId[]> {
  const managers = (await managersOf(work, person)).map(({ id }) => id).filter((id) => id !== person)
  if (managers.length > 0) return managers
  const people = await listPeople(work, { most: MOST_ASKED, gone: false })
  const others = people.map(({ id }) => id).filter((id) => id !== person)
  const may = await Promise.all(
    others.map((id) => mayPerson(work, id, { permission: 'absence.approve', object: { team: null } })),
  )
  return others.filter((_, at) => may[at])
}
