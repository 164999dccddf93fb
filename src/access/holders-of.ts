// Who holds a role now, for an object: whoever is meant by "the floor manager" of a brand. Bounded; nobody when nobody does.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { within, type Object } from './can.ts'
import type { RoleName } from './contract.ts'
import * as store from './store/accounts.ts'

const MOST = 200

export async function holdersOf(work: Work, role: RoleName, object: Object = {}): Promise<PersonId[]> {
  const held = await store.holdersOf(work.sql, work, { role, most: MOST })
  return [...new Set(held.filter(({ teams, brands }) => within({ teams, brands }, object)).map(({ person_id }) => person_id))]
}
