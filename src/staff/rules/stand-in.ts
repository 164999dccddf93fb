import type { PersonId } from '../contract.ts'

export type Substitutes = {
  id: PersonId
  active: boolean
  absent: boolean
  absence_deputy: PersonId | null
  successor: PersonId | null
  deputy: PersonId | null
  managers: readonly PersonId[]
}
export type StandIn = { person: PersonId; because: 'present' | 'absent'; chain: PersonId[] }

export const MOST_HOPS = 8

// Who to turn to instead, nearest first. Who left is succeeded; who is absent named a deputy for the absence, has a standing one, and
// team managers, oldest team first.
export function next(who: Substitutes): PersonId[] {
  const wanted = [who.active ? null : who.successor, who.absent ? who.absence_deputy : null, who.deputy, ...who.managers]
  return wanted.filter((id) => id !== null)
}

/**
 * Who serves in the place of `person`: the person if here, else the first of their substitutes who is, each one's own substitutes
 * being tried before the next (the deputy of my deputy before my manager). Nobody is asked twice, so circles end; nobody further
 * than MOST_HOPS away is asked. `chain` is the way from the person to who was found, both included. Null when nobody is here.
 */
export function standInFor(person: PersonId, known: ReadonlyMap<PersonId, Substitutes>): StandIn | null {
  const asked = new Set<PersonId>()
  const ask = (id: PersonId, chain: PersonId[]): PersonId[] | null => {
    const who = known.get(id)
    if (!who || asked.has(id) || chain.length > MOST_HOPS) return null
    asked.add(id)
    const way = [...chain, id]
    if (who.active && !who.absent) return way
    for (const other of next(who)) {
      const found = ask(other, way)
      if (found) return found
    }
    return null
  }
  const chain = ask(person, [])
  const last = chain?.at(-1)
  return chain && last ? { person: last, because: last === person ? 'present' : 'absent', chain } : null
}
