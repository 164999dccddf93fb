// Somebody leaves the house: what rests on them in cases passes to the successor in the same transaction, or nobody leaves.
import * as customers from '#customers'
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import { successorNeeded } from '#staff/contract'
import { pass } from './resting.ts'

export async function leave(
  work: Work,
  given: Parameters<typeof staff.removePerson>[1],
): Promise<Awaited<ReturnType<typeof staff.removePerson>>> {
  if (given.person === given.successor || !(await staff.active(work, given.successor))) throw refuse(successorNeeded, {})
  const passing = { from: given.person, to: given.successor }
  await pass(work, passing)
  await customers.pass(work, passing)
  return await staff.removePerson(work, given)
}
