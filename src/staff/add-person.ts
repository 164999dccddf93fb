import { audit, openAccount } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { emailTaken, personJoined, type NewPerson, type PersonId } from './contract.ts'
import { needDeputy, needTeams } from './need.ts'
import { allowInTeams } from './permit.ts'
import { insertPerson } from './store/person.ts'
import { join } from './store/team.ts'

export async function addPerson(work: Work, given: NewPerson): Promise<{ id: PersonId; version: number }> {
  const { name, email, language, title = '', teams = [], deputy_id: deputy = null } = given
  allowInTeams(work, teams)
  const id = newId<'person'>(work.now)
  await needDeputy(work, id, deputy)
  await needTeams(work, teams)
  await insertPerson(work, { id, name, title, email, language, deputy }).catch((error: unknown) => {
    throw isConflict(error, 'person_email') ? refuse(emailTaken, {}) : error
  })
  await join(work, teams, id)
  const roles = given.roles.map((role) => (typeof role === 'string' ? { role } : role))
  await openAccount(work, { person: id, email, language, roles }) // may refuse: nobody gives more rights than they hold
  await audit(work, 'staff.person_added', { about: id })
  work.publish(personJoined, { person: id, name })
  return { id, version: 1 }
}
