// Who may do this, somewhere: for rooms that choose among everybody, and ask once. Bounded; where exactly they may is asked of each (mayPerson).
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Permission } from './contract.ts'
import { heldOf } from './rules/rights.ts'
import * as store from './store/accounts.ts'

const MOST = 5_000
const AT_ONCE = 1_000

export async function whoMay(work: Work, permission: Permission): Promise<Set<PersonId>> {
  const found = new Set<PersonId>()
  let after: PersonId | undefined
  for (let seen = 0; seen < MOST; seen += AT_ONCE) {
    const accounts = await store.findAccounts(work.sql, work, { after, most: AT_ONCE })
    for (const { person_id, grants } of accounts)
      if (heldOf(grants).some(({ permissions }) => permissions.has(permission))) found.add(person_id)
    if (accounts.length < AT_ONCE) break
    after = accounts.at(-1)!.person_id
  }
  return found
}
