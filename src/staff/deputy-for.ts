import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { findAnyDeputy, findCloseDeputy } from './store/deputy.ts'

// The deputy to show beside an owner: never the owner, and null only where nobody else serves.
export async function deputyFor(work: Work, person: PersonId): Promise<PersonId | null> {
  const deputy = (await findCloseDeputy(work, person)) ?? (await findAnyDeputy(work, person))
  return deputy?.id ?? null
}
