// Somebody says at a door that proves nothing which address or number is theirs. It is written beside their own record and gives them
// nobody else's: docs/decisions/0019.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { NewClaim } from './contract.ts'
import { normalise } from './rules/normalise.ts'
import { insertClaim } from './store/claim.ts'

/** False when nothing can be read in it, or when it was said before. */
export async function claim(work: Work, { customer, kind, value, said_by }: NewClaim): Promise<boolean> {
  const normalised = normalise(kind, value)
  if (normalised === null || (kind === 'email' && !/^[^@\s]+@[^@\s]+$/.test(normalised))) return false
  const id = newId<'claim'>(work.now)
  return (await insertClaim(work, { id, customer, kind, value: value.trim().slice(0, 1_000), normalised, said_by })) === 1
}
