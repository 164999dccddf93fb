// A visitor began without a name and now says one: their own record carries it. It is only said: a record of which anything is proven, or that
// somebody of ours named, keeps its name.
import type { Work } from '#base/work'
import { renewClues } from './clues.ts'
import { customerChanged, isNameless, type CustomerId } from './contract.ts'
import { cleanName } from './rules/clean-name.ts'
import { folded } from './rules/words.ts'
import { nameVisitor } from './store/customer.ts'

/** True when the record was nameless and now carries the name. */
export async function nameAsSaid(work: Work, { customer, name }: { customer: CustomerId; name: string }): Promise<boolean> {
  const shown = cleanName(name)
  if (shown === '' || isNameless(shown)) return false
  const named = await nameVisitor(work, { id: customer, name: shown, folded: folded(shown) })
  if (!named) return false
  await renewClues(work, customer)
  work.publish(customerChanged, { customer, version: named.version })
  return true
}
