// From roles held to what they allow, and whether one person's rights reach as far as another's.
import type { Actor, Held, Scope } from '#base/contract'
import { permissionNames, roles, type Grant, type Permission } from '../contract.ts'
import { scopesFor } from '../can.ts'

const NOBODY: Scope = { teams: [], brands: [] }

// A role this version does not know allows nothing.
export const heldOf = (grants: readonly Grant[]): Held[] =>
  grants.flatMap(({ role, teams, brands }) =>
    Object.hasOwn(roles, role) ? [{ permissions: roles[role].permissions, scope: { teams, brands } }] : [],
  )

// The sum of several grants: every permission, and a scope that is never wider than each grant allows by itself in one direction.
export function sumOf(held: readonly Held[]): Held {
  const [first, ...rest] = held
  if (!first) return { permissions: new Set(), scope: NOBODY }
  if (rest.length === 0) return first
  return {
    permissions: new Set(held.flatMap((grant) => [...grant.permissions])),
    scope: { teams: joined(held.map((h) => h.scope.teams)), brands: joined(held.map((h) => h.scope.brands)) },
  }
}

// "All" only when every grant says so; otherwise what is named.
const joined = (lists: readonly (readonly string[] | null)[]): readonly string[] | null =>
  lists.every((list) => list === null) ? null : [...new Set(lists.flatMap((list) => list ?? []))]

// The first permission in `wanted` that the actor does not hold as widely. Nobody gives, or takes from somebody, more than they have.
export function beyond(actor: Actor, wanted: readonly Grant[]): Permission | undefined {
  for (const { permissions, scope } of heldOf(wanted))
    for (const name of permissionNames)
      if (permissions.has(name) && !scopesFor(actor, name).some((own) => covers(own, scope))) return name
  return undefined
}

export const covers = (own: Scope, asked: Scope): boolean => all(own.teams, asked.teams) && all(own.brands, asked.brands)
const all = (own: readonly string[] | null, asked: readonly string[] | null): boolean =>
  own === null || (asked !== null && asked.every((one) => own.includes(one)))

export const directs = ({ role, teams, brands }: Grant): boolean =>
  teams === null && brands === null && Object.hasOwn(roles, role) && roles[role].permissions.has('tenant.manage')
