import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { accountClosed } from './contract.ts'
import { accountWithin, keepOneDirector } from './may-give.ts'
import * as store from './store/accounts.ts'
import { forgetLinks } from './store/links.ts'
import { endSessions } from './store/sessions.ts'

// Sessions, links and roles end with the account; what the person did keeps their name.
export async function closeAccount(work: Work, { person }: { person: PersonId }): Promise<void> {
  allow(work, 'role.manage')
  await store.oneAtATime(work.sql, work)
  const before = await accountWithin(work, person)
  await endSessions(work.sql, work, { person })
  await forgetLinks(work.sql, work, person)
  await store.takeRoles(work.sql, work, person)
  await store.closeAccount(work.sql, work, person)
  await keepOneDirector(work, before.grants)
  await audit(work, 'account.closed', { about: person, details: { email: before.email, grants: before.grants } })
  work.publish(accountClosed, { person_id: person })
}
