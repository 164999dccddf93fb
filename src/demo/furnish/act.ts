// Somebody of the centre does what the desk would let them do: the very verb behind the endpoint, with the rights of their role.
import * as cases from '#cases'
import * as channels from '#channels'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as knowledge from '#knowledge'
import * as staff from '#staff'
import * as tasks from '#tasks'
import { roles, type RoleName } from '#access/contract'
import type { Actor, Endpoint, PersonId } from '#base/contract'
import type { Route } from '#base/http'
import { inWork, type Work } from '#base/work'
import type { Scene } from './scene.ts'

const routes: readonly Route[] = [
  ...cases.routes,
  ...commitments.routes,
  ...clocks.routes,
  ...knowledge.routes,
  ...staff.routes,
  ...tasks.routes,
  ...channels.formRoutes(''),
  ...channels.answerRoutes,
]

/** What the endpoint's own verb does, of these routes. */
export const by =
  (served: readonly Route[]) =>
  async <Input, Output>(work: Work, endpoint: Endpoint<Input, Output>, input: object): Promise<Output> => {
    const found = served.find((route) => route.endpoint === endpoint)
    if (!found) throw new Error(`nobody serves ${endpoint.method} ${endpoint.path}`)
    return (await found.verb(work, endpoint.input.parse(input))) as Output // `route` tied this verb to this endpoint
  }
export const act = by(routes)

export const asPerson = (id: PersonId, role: RoleName): Actor => ({
  kind: 'person',
  id,
  permissions: roles[role].permissions,
  scope: { teams: null, brands: null },
})

export type Where = { scene: Pick<Scene, 'open' | 'as'>; place: { byId: ReadonlyMap<PersonId, { role: RoleName }> } }

/** Somebody of the centre does something, with the rights of their role. */
export function as<Result>({ scene, place }: Where, person: PersonId, body: (work: Work) => Promise<Result>): Promise<Result> {
  const role = place.byId.get(person)?.role ?? 'agent'
  return inWork(scene.open, { tenant: scene.as.tenant, actor: asPerson(person, role) }, body)
}
