// In which brands each account may do all of this: for rooms that choose among everybody, and ask once. One entry a grant; null is all brands. Bounded.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Permission } from './contract.ts'
import { heldOf } from './rules/rights.ts'
import * as store from './store/accounts.ts'

const MOST = 5_000
const AT_ONCE = 1_000

export type BrandsOfGrant = readonly string[] | null

export async function whereMay(work: Work, permissions: readonly Permission[]): Promise<Map<PersonId, BrandsOfGrant[]>> {
  const found = new Map<PersonId, BrandsOfGrant[]>()
  let after: PersonId | undefined
  for (let seen = 0; seen < MOST; seen += AT_ONCE) {
    const accounts = await store.findAccounts(work.sql, work, { after, most: AT_ONCE })
    for (const { person_id, grants } of accounts) {
      const held = heldOf(grants).filter((grant) => permissions.every((each) => grant.permissions.has(each)))
      if (held.length > 0) found.set(person_id, held.map(({ scope }) => scope.brands)) // prettier-ignore
    }
    if (accounts.length < AT_ONCE) break
    after = accounts.at(-1)!.person_id
  }
  return found
}
