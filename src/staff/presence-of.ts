// For rooms above that show several people: how each of them is there. Who never was is left out.
import type { Work } from '#base/work'
import type { PersonId, PresenceState } from './contract.ts'
import { findPresences } from './store/presence.ts'

export async function presenceOf(work: Work, people: readonly PersonId[]): Promise<Map<PersonId, PresenceState>> {
  const found = people.length === 0 ? [] : await findPresences(work, people)
  return new Map(found.map(({ person_id, state }) => [person_id, state]))
}
