import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { findHere } from './store/presence.ts'

// For whoever may know no more than that: who of them could answer this minute.
export const hereNow = async (work: Work, people: readonly PersonId[]): Promise<Set<PersonId>> =>
  people.length === 0 ? new Set() : new Set((await findHere(work, people)).map(({ person_id }) => person_id))
