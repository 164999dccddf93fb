// For tests of who may see what: the same actors in every room, and what each of them is shown of the things a test has planted.
import type { Actor, PersonId } from './contract.ts'
import type { Route } from './http.ts'
import { Refused } from './refusal.ts'
import type { TestHouse } from './test-database.ts'

export const actorNames = ['director', 'flow_manager', 'manager_of_team', 'manager_of_brand', 'agent', 'stranger', 'key'] as const
export type Actors = Record<(typeof actorNames)[number], Actor>

const HOUSE = { teams: null, brands: null }
const NOBODYS = '00000000-0000-7000-8000-0000000000ff'

type RoleName = 'director' | 'flow_manager' | 'team_manager' | 'agent'
export type Roles = Readonly<Record<RoleName, { permissions: ReadonlySet<string> }>>
type Scope = { teams: string[] | null; brands: string[] | null }

/** A flow manager held to one brand is what a client of a contact centre has; the key is one an integration was given. `roles` are those of access. */
export function testActors(roles: Roles, { team, brand }: { team: string; brand: string }): Actors {
  const who = (role: RoleName, scope: Scope = HOUSE) => ({
    id: NOBODYS as PersonId, permissions: roles[role].permissions, scope,
  }) // prettier-ignore
  return {
    director: { kind: 'person', ...who('director') },
    flow_manager: { kind: 'person', ...who('flow_manager') },
    manager_of_team: { kind: 'person', ...who('team_manager', { teams: [team], brands: null }) },
    manager_of_brand: { kind: 'person', ...who('flow_manager', { teams: null, brands: [brand] }) },
    agent: { kind: 'person', ...who('agent') },
    stranger: { kind: 'system', name: 'anonymous' },
    key: { ...who('flow_manager'), kind: 'key', id: NOBODYS as never }, // an id of a key
  }
}

/** Which of the marks stand in the answer: "a b", or "nothing"; or that it was refused, as not allowed or as not there. */
export async function seenBy(
  house: Pick<TestHouse, 'work'>,
  { verb }: Pick<Route, 'verb'>,
  asked: { actor: Actor; input: unknown; marks: Readonly<Record<string, string>> },
): Promise<string> {
  try {
    const told = JSON.stringify(await house.work((work) => verb(work, asked.input), asked.actor)) ?? ''
    const marks = Object.entries(asked.marks).flatMap(([name, mark]) => (told.includes(mark) ? [name] : []))
    return marks.length > 0 ? marks.join(' ') : 'nothing'
  } catch (error) {
    if (error instanceof Refused && [403, 404].includes(error.refusal.status)) return 'refused'
    throw error
  }
}

/** By its address: "GET /api/v1/plans". */
export function routeOf(routes: readonly Route[], address: string): Route {
  const found = routes.find(({ endpoint: { method, path } }) => `${method} ${path}` === address)
  if (!found) throw new Error(`no verb is at ${address}`)
  return found
}

/** What a room lets people read who hold a permission, so that no verb is forgotten: "GET /api/v1/plans". */
export const readsOf = (routes: readonly Route[], permission: string): string[] =>
  routes
    .filter(({ endpoint }) => endpoint.permission === permission)
    .map(({ endpoint: { method, path } }) => `${method} ${path}`)
    .toSorted()
