import type { PersonId } from '#base/contract'
import { notFound, refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { beyondOwnRights, roleNames, roles, lastDirector, type Grant } from './contract.ts'
import { beyond, directs } from './rules/rights.ts'
import * as store from './store/accounts.ts'

// Nobody gives, takes or touches more rights than they hold.
export function mayGive(work: Work, grants: readonly Grant[]): void {
  const permission = beyond(work.actor, grants)
  if (permission) throw refuse(beyondOwnRights, { permission })
}

// The account of somebody whose rights the actor may touch.
export async function accountWithin(work: Work, person: PersonId) {
  const account = await store.findAccount(work.sql, work, person)
  if (!account) throw refuse(notFound, {})
  mayGive(work, account.grants)
  return account
}

const DIRECTING = roleNames.filter((name) => roles[name].permissions.has('tenant.manage'))

// Asked after the change, in its transaction: a house that nobody directs any more could not be mended from inside.
export async function keepOneDirector(work: Work, before: readonly Grant[]): Promise<void> {
  if (!before.some(directs)) return
  const { held } = await store.someoneHolds(work.sql, work, DIRECTING)
  if (!held) throw refuse(lastDirector, {})
}
