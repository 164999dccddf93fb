// May this actor do this, to this? Pure: what it needs came with the actor.
import type { Actor, Held, Scope } from '#base/contract'
import type { Permission } from './contract.ts'

// `undefined` is not asked; `null` says the object belongs to no team (or brand) in particular, so only who has all of them may.
export type Object = { team?: string | null | undefined; brand?: string | null | undefined }

// What an actor may do is a list of grants: a role held in Lille gives nothing in Lyon, whatever else is held there.
const held = (actor: Exclude<Actor, { kind: 'system' }>): readonly Held[] => actor.grants ?? [actor]

export function can(actor: Actor, permission: Permission, object: Object = {}): boolean {
  if (actor.kind === 'system') return actor.name !== ANONYMOUS
  return held(actor).some((grant) => grant.permissions.has(permission) && within(grant.scope, object))
}

// For lists: the scopes in which the actor holds this permission; an object is theirs when one of the scopes holds it.
// Nothing at all is [], everything is [{ teams: null, brands: null }].
export function scopesFor(actor: Actor, permission: Permission): readonly Scope[] {
  if (actor.kind === 'system') return actor.name === ANONYMOUS ? [] : [EVERYTHING]
  const scopes = held(actor).flatMap((grant) => (grant.permissions.has(permission) ? [grant.scope] : []))
  return scopes.some((scope) => scope.teams === null && scope.brands === null) ? [EVERYTHING] : scopes
}

/** Over whose people: null, everybody’s; else those of these teams. People are of no brand: a right for some brands only is one over people where it names teams. */
export function teamsFor(actor: Actor, permission: Permission): ReadonlySet<string> | null {
  const scopes = scopesFor(actor, permission)
  if (scopes.some(({ teams, brands }) => teams === null && brands === null)) return null
  return new Set(scopes.flatMap(({ teams }) => teams ?? []))
}

/** In which brands; null: in all there are, whatever the teams. */
export function brandsFor(actor: Actor, permission: Permission): ReadonlySet<string> | null {
  const scopes = scopesFor(actor, permission)
  return scopes.some(({ brands }) => brands === null) ? null : new Set(scopes.flatMap(({ brands }) => brands ?? []))
}

export const ANONYMOUS = 'anonymous'
const EVERYTHING: Scope = { teams: null, brands: null }

export const within = (scope: Scope, { team, brand }: Object): boolean => holds(scope.teams, team) && holds(scope.brands, brand)

const holds = (allowed: readonly string[] | null, asked: string | null | undefined): boolean =>
  asked === undefined || allowed === null || (asked !== null && allowed.includes(asked))

// Whoever stands at the door without having said who they are. A system actor in form, but one that may do nothing.
export const anonymous: Actor = { kind: 'system', name: ANONYMOUS }
