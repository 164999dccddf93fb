// Who answers for a case that arrives, and by which rule. Pure.
// The customer's point of contact, then their company's, then whoever stands in for that person when absent, then the entry point's
// duty person of the moment (or whoever stands in for them). Somebody always does: when nobody stands in, the duty person answers,
// absent or not, because "nobody" is not an answer.
import type { PersonId } from '#base/contract'
import type { OwnerRule } from '../contract.ts'

export type StandIn = { person: PersonId; because: 'present' | 'absent' } | null
export type Candidates = {
  contact: {
    of: 'customer' | 'company'
    person: PersonId
    deputy: PersonId | null
    stand_in: StandIn
    deputy_is_here: boolean
  } | null
  duty: { person: PersonId; stand_in: StandIn }
}
export type Chosen = { person: PersonId; chosen_by: OwnerRule }

export function chooseOwner({ contact, duty }: Candidates): Chosen {
  if (contact) {
    if (contact.stand_in?.because === 'present')
      return { person: contact.person, chosen_by: contact.of === 'customer' ? 'customer_contact' : 'company_contact' }
    if (contact.deputy && contact.deputy_is_here) return { person: contact.deputy, chosen_by: 'stand_in' }
    if (contact.stand_in) return { person: contact.stand_in.person, chosen_by: 'stand_in' }
  }
  if (duty.stand_in && duty.stand_in.because === 'absent') return { person: duty.stand_in.person, chosen_by: 'stand_in' }
  return { person: duty.person, chosen_by: 'duty' }
}
