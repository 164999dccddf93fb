import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { touchPresence } from './store/presence.ts'

// A sign of life, from the live connection; it changes no state.
export async function seen(work: Work, person: PersonId): Promise<void> {
  await touchPresence(work, person)
}
