import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { isConflict } from '#base/database'
import { refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { accountOpened, emailTaken, type Grant } from './contract.ts'
import { mayGive } from './may-give.ts'
import * as store from './store/accounts.ts'

export type NewAccount = { person: PersonId; email: string; language?: 'fr' | 'en'; roles: readonly GrantInput[] }
export type GrantInput = Pick<Grant, 'role'> & Partial<Grant>

export async function openAccount(work: Work, account: NewAccount): Promise<void> {
  allow(work, 'role.manage')
  const grants = account.roles.map(complete)
  mayGive(work, grants)
  const email = account.email.trim().toLowerCase()
  const opened = await store
    .insertAccount(work.sql, work, { person: account.person, email, language: account.language ?? 'fr' })
    .catch(taken)
  if (opened === 0) throw refuse(emailTaken, {}) // this person has an account already
  await store.takeRoles(work.sql, work, account.person)
  await store.giveRoles(work.sql, work, {
    person: account.person,
    grants: grants.map((grant) => ({ ...grant, id: newId(work.now) })),
  })
  await audit(work, 'account.opened', { about: account.person, details: { email, grants } })
  work.publish(accountOpened, { person_id: account.person })
}

export const complete = ({ role, teams = null, brands = null }: GrantInput): Grant => ({ role, teams, brands })

function taken(error: unknown): never {
  throw isConflict(error, 'account_email') ? refuse(emailTaken, {}) : error
}
