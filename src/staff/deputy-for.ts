import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { findDeputy } from './store/person.ts'

// The deputy to show beside an owner: never the owner, and null only where nobody else serves.
export async function deputyFor(work: Work, person: PersonId): Promise<PersonId | null> {
  return (await findDeputy(work, person))?.id ?? null
}
