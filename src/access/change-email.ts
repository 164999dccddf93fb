import type { PersonId } from '#base/contract'
import { isConflict } from '#base/database'
import { refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { emailTaken } from './contract.ts'
import { accountWithin } from './may-give.ts'
import * as store from './store/accounts.ts'
import { forgetLinks } from './store/links.ts'

// The address one signs in with is where links are sent: who may change it could become that person, so they must hold as many rights
// themselves. Links already sent to the old address die.
export async function changeEmail(work: Work, { person, email }: { person: PersonId; email: string }): Promise<void> {
  allow(work, 'role.manage')
  const before = await accountWithin(work, person)
  const after = email.trim().toLowerCase()
  if (before.email === after) return
  await store.updateEmail(work.sql, work, { person, email: after }).catch((error: unknown) => {
    throw isConflict(error, 'account_email') ? refuse(emailTaken, {}) : error
  })
  await forgetLinks(work.sql, work, person)
  await audit(work, 'account.email_changed', { about: person, details: { before: before.email, after } })
}
