// What a person has decided is sometimes done later, by a job: in their name, so that the trail says who it was. Never for anything that
// they have not decided, and never with more than it takes.
import type { Permission } from '#access/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'

export const inNameOf = (work: Work, person: PersonId, permissions: readonly Permission[]): Work => ({
  ...work,
  actor: { kind: 'person', id: person, permissions: new Set(permissions), scope: { teams: null, brands: null } },
})
