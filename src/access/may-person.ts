// May somebody else do this, to this? Asked before something is put in their hands: an actor brings what it may do, a person has to be looked up.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { within, type Object } from './can.ts'
import type { Permission } from './contract.ts'
import { heldOf } from './rules/rights.ts'
import * as store from './store/accounts.ts'

/** False for who has no account, or has it no longer. */
export async function mayPerson(
  work: Work,
  person: PersonId,
  asked: { permission: Permission; object?: Object },
): Promise<boolean> {
  const account = await store.findAccount(work.sql, work, person)
  const held = account ? heldOf(account.grants) : []
  return held.some(({ permissions, scope }) => permissions.has(asked.permission) && within(scope, asked.object ?? {}))
}
