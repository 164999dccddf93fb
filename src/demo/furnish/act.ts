// Somebody of the centre does what the desk would let them do: the very verb behind the endpoint, with the rights of their role.
import * as cases from '#cases'
import * as staff from '#staff'
import { roles, type RoleName } from '#access/contract'
import type { Actor, Endpoint, PersonId } from '#base/contract'
import type { Work } from '#base/work'

const routes = [...cases.routes, ...staff.routes]

export async function act<Input, Output>(work: Work, endpoint: Endpoint<Input, Output>, input: object): Promise<Output> {
  const found = routes.find((route) => route.endpoint === endpoint)
  if (!found) throw new Error(`nobody serves ${endpoint.method} ${endpoint.path}`)
  return (await found.verb(work, endpoint.input.parse(input))) as Output // `route` tied this verb to this endpoint
}

export const asPerson = (id: PersonId, role: RoleName): Actor => ({
  kind: 'person',
  id,
  permissions: roles[role].permissions,
  scope: { teams: null, brands: null },
})
