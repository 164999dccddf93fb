import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { openAccount } from './account.ts'
import { emailTaken, personJoined, type NewPerson, type PersonId } from './contract.ts'
import { needActive, needTeams } from './need.ts'
import { insertPerson } from './store/person.ts'
import { join } from './store/team.ts'

export async function addPerson(work: Work, given: NewPerson): Promise<{ id: PersonId; version: number }> {
  allow(work, 'staff.manage')
  const { name, email, language, roles, title = '', teams = [], deputy_id: deputy = null } = given
  const id = newId<'person'>(work.now)
  if (deputy) await needActive(work, deputy)
  await needTeams(work, teams)
  await insertPerson(work, { id, name, title, email, language, deputy }).catch((error: unknown) => {
    throw isConflict(error, 'person_email') ? refuse(emailTaken, {}) : error
  })
  await join(work, teams, id)
  await openAccount(work, { person: id, email, language, roles })
  work.publish(personJoined, { person: id, name })
  return { id, version: 1 }
}
