// Who answers for a case that arrives, and by which rule. Pure.
// The point of contact (of the customer, of their project, of their company, as customers finds it), or whoever is here in their place; then
// the entry point's duty person of the moment (or whoever stands in for them). Somebody always does: when nobody stands in, the duty person
// answers, absent or not, because "nobody" is not an answer.
import type { PersonId } from '#base/contract'
import type { OwnerRule } from '../contract.ts'

export type StandIn = { person: PersonId; because: 'present' | 'absent' } | null
export type Candidates = {
  contact: { of: 'customer' | 'project' | 'company'; person: PersonId; stand_in: StandIn } | null
  duty: { person: PersonId; stand_in: StandIn }
}
export type Chosen = { person: PersonId; chosen_by: OwnerRule }

export function chooseOwner({ contact, duty }: Candidates): Chosen {
  if (contact?.stand_in?.because === 'present') return { person: contact.person, chosen_by: `${contact.of}_contact` }
  if (contact?.stand_in) return { person: contact.stand_in.person, chosen_by: 'stand_in' }
  if (duty.stand_in && duty.stand_in.because === 'absent') return { person: duty.stand_in.person, chosen_by: 'duty_stand_in' }
  return { person: duty.person, chosen_by: 'duty' }
}
