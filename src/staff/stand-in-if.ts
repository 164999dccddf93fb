// For whoever plans an absence: who would stand in at a moment if this person were away then. The same rule as when they are.
import type { Work } from '#base/work'
import { follow } from './answering.ts'
import type { PersonId } from './contract.ts'
import { standInFor, type Substitutes } from './rules/stand-in.ts'
import type { SubstitutesRow } from './store/substitutes.ts'

export type Thought = { person: PersonId; deputy: PersonId | null; named: readonly PersonId[] } // deputy: of the absence; named: for the thing in question, in order
export type WouldStandIn = { person: PersonId; because: 'named' | 'absence_deputy' | 'deputy' | 'manager' | 'chain' }

export async function standInIf(
  work: Work,
  { person, deputy, named }: Thought,
  at: Temporal.Instant,
): Promise<WouldStandIn | null> {
  const known = new Map<PersonId, SubstitutesRow>()
  await follow(work, { at, known }, [person, ...named, ...(deputy ? [deputy] : [])])
  const themselves = known.get(person)
  if (!themselves) return null
  known.set(person, { ...themselves, absent: true, absence_deputy: deputy ?? themselves.absence_deputy })
  const beside = [themselves.deputy, ...themselves.managers].filter((id) => id !== null)
  await follow(work, { at, known }, beside)
  const here = (id: PersonId): boolean => id !== person && isHere(known.get(id))
  const first = named.find(here)
  if (first) return { person: first, because: 'named' }
  const found = standInFor(person, known)
  return found && { person: found.person, because: becauseOf(known.get(person)!, found.person) }
}

const isHere = (who: Substitutes | undefined): boolean => who !== undefined && who.active && !who.absent

function becauseOf(away: Substitutes, found: PersonId): WouldStandIn['because'] {
  if (found === away.absence_deputy) return 'absence_deputy'
  if (found === away.deputy) return 'deputy'
  return away.managers.includes(found) ? 'manager' : 'chain'
}
