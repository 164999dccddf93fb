import { audit, changeEmail } from '#access'
import { isConflict } from '#base/database'
import { fileFacts } from '#base/files'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { emailTaken, personChanged, type PersonEdit, type PersonId } from './contract.ts'
import { needDeputy } from './need.ts'
import { overtaken } from '#base/overtaken'
import { allowFor, isSelf } from './permit.ts'
import { findPerson, updatePerson, type PersonRow } from './store/person.ts'

type Changes = Omit<PersonEdit, 'person' | 'version'>

export async function editPerson(work: Work, { person, version, ...changes }: PersonEdit): Promise<{ version: number }> {
  await allowEdit(work, person, changes)
  const current = await findPerson(work, person)
  if (!current || current.left_at) throw refuse(notFound, {})
  await check(work, current, changes)
  const { id, name, title, email, language, photo, deputy_id } = { ...current, ...given(changes) }
  const changed = await updatePerson(work, { id, version, name, title, email, language, photo, deputy_id }).catch(taken)
  if (changed === 0) throw overtaken(await findPerson(work, person), version)
  if (email !== current.email) await changeEmail(work, { person, email })
  if (!isSelf(work, person)) await audit(work, 'staff.person_changed', { about: person, details: changes })
  work.publish(personChanged, { person, version: version + 1 })
  return { version: version + 1 }
}

// One may change one's own language, photo and deputy; a name, a title and an address are for those who manage staff.
async function allowEdit(work: Work, person: PersonId, { name, title, email }: Changes): Promise<void> {
  if (!isSelf(work, person) || name !== undefined || title !== undefined || email !== undefined) await allowFor(work, person)
}

async function check(work: Work, current: PersonRow, { deputy_id, photo }: Changes): Promise<void> {
  if (deputy_id && deputy_id !== current.deputy_id) await needDeputy(work, current.id, deputy_id)
  if (photo && photo !== current.photo && !(await fileFacts(work, photo))) throw refuse(notFound, {})
}

function taken(error: unknown): never {
  throw isConflict(error, 'person_email') ? refuse(emailTaken, {}) : error
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }
const given = <T extends object>(changes: T): Given<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T> // just that: without the undefined ones
