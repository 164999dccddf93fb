// What the house says of a case and its customer, for rules that ask for it: `new_customer` (this is the first case they have with us),
// `known_customer` (it is not), `contract` (a service contract holds for them, or their company, today). `reopened` is said by the message that
// reopened the case. Whoever is not known has none of them.
import * as cases from '#cases'
import * as clocks from '#clocks'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'

export const flagsOfHouse = ['new_customer', 'known_customer', 'contract'] as const

/** @returns by case */
export async function flagsOf(work: Work, of: readonly CaseFacts[]): Promise<(of: CaseFacts) => string[]> {
  const [first, contracts] = await Promise.all([
    cases.firstCases(work, of.map(({ id }) => id)),
    clocks.underContract(work, [...new Set(of.flatMap(({ customer_id }) => customer_id ?? []))]),
  ]) // prettier-ignore
  return ({ id, customer_id }) => {
    if (customer_id === null) return []
    return [first.has(id) ? 'new_customer' : 'known_customer', ...(contracts.has(customer_id) ? ['contract'] : [])]
  }
}
