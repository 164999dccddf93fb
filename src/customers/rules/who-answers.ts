// Whom a customer knows for a case, and who is here instead. Pure.
import type { PersonId } from '#base/contract'

type Standing = { person: PersonId; because: 'present' | 'absent' } | null
export type Face = { person: PersonId; away_until: Temporal.Instant | null; stand_in: Standing }
// `stands_in`: 'anybody' when somebody must, and neither the point of contact's chain nor the owner's own substitutes are here.
export type Answer = { person: PersonId; away_until: Temporal.Instant | null; stands_in: PersonId | 'anybody' | null }

const isHere = ({ stand_in }: Face): boolean => stand_in?.because === 'present'

/**
 * Somebody may answer for a case because the customer's own point of contact was away when it came: then the customer hears of both. Or be away
 * themselves since: then whoever the customer's own chain names stands in, else their own substitutes. Else there is nothing to be said.
 */
export function answerOf(owner: Face, contact: Face | null): Answer {
  if (isHere(owner)) {
    const isForThem = contact?.stand_in?.because === 'absent' && contact.stand_in.person === owner.person
    if (contact && isForThem) return { person: contact.person, away_until: contact.away_until, stands_in: owner.person }
    return { person: owner.person, away_until: null, stands_in: null }
  }
  const chain = contact?.person === owner.person ? contact.stand_in : null
  return { person: owner.person, away_until: owner.away_until, stands_in: (chain ?? owner.stand_in)?.person ?? 'anybody' }
}
