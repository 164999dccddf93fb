// A person who serves signs in with an account; both begin and end in the same transaction.
import * as access from '#access'
import type { Grant, RoleName } from '#access/contract'
import type { Work } from '#base/work'
import type { Language, PersonId } from './contract.ts'

type Opening = { person: PersonId; email: string; language: Language; roles: readonly (RoleName | Grant)[] }
// Until the door of access has them.
type Soon = {
  openAccount?: (work: Work, input: object) => Promise<unknown>
  closeAccount?: (work: Work, input: object) => Promise<unknown>
}

export async function openAccount(work: Work, { roles, ...opening }: Opening): Promise<void> {
  await (access as Soon).openAccount?.(work, { ...opening, roles: roles.map(asGrant) })
}

export async function closeAccount(work: Work, person: PersonId): Promise<void> {
  await (access as Soon).closeAccount?.(work, { person })
}

const asGrant = (role: RoleName | Grant): Grant => (typeof role === 'string' ? { role, teams: null, brands: null } : role)
