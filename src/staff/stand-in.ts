import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { MOST_HOPS, next, standInFor, type StandIn, type Substitutes } from './rules/stand-in.ts'
import { findSubstitutes } from './store/person.ts'

const MOST_PEOPLE = 200

// One question to the database in the common case (the person is here), and one more for each step away.
export async function standIn(work: Work, person: PersonId, at: Temporal.Instant = work.now): Promise<StandIn | null> {
  const known = new Map<PersonId, Substitutes>()
  let wanted: PersonId[] = [person]
  for (let hop = 0; hop <= MOST_HOPS && wanted.length > 0 && known.size < MOST_PEOPLE; hop++) {
    const found = await findSubstitutes(work, wanted, at)
    for (const who of found) known.set(who.id, who)
    const unavailable = found.filter((who) => !who.active || who.absent)
    wanted = [...new Set(unavailable.flatMap(next))].filter((id) => !known.has(id))
  }
  return standInFor(person, known)
}
