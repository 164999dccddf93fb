import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { grantsChanged } from './contract.ts'
import { accountWithin, keepOneDirector, mayGive } from './may-give.ts'
import { complete, type GrantInput } from './open-account.ts'
import * as store from './store/accounts.ts'
import * as sessions from './store/sessions.ts'

export async function changeGrants(work: Work, change: { person: PersonId; grants: readonly GrantInput[] }): Promise<void> {
  allow(work, 'role.manage')
  await store.oneAtATime(work.sql, work)
  const before = await accountWithin(work, change.person)
  const grants = change.grants.map(complete)
  mayGive(work, grants)
  await store.takeRoles(work.sql, work, change.person)
  await store.giveRoles(work.sql, work, {
    person: change.person,
    grants: grants.map((grant) => ({ ...grant, id: newId(work.now) })),
  })
  await keepOneDirector(work, before.grants)
  await sessions.mustRenew(work.sql, work, change.person)
  await audit(work, 'account.grants_changed', { about: change.person, details: { before: before.grants, after: grants } })
  work.publish(grantsChanged, { person_id: change.person })
}
