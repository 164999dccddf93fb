import { allow } from '#access'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { customersParted, type CustomerId, type JoinId } from './contract.ts'
import { findJoins, recordParting } from './store/group.ts'

// Takes one edge away; what began as a proposal, whoever may accept proposals. Records that are still connected another way stay together.
export async function part(work: Work, { customer, join }: { customer: CustomerId; join: JoinId }): Promise<object> {
  const found = (await findJoins(work, [customer])).find((each) => each.id === join)
  allow(work, found && found.proposed_for.length > 0 ? 'customer.accept_likeness' : 'customer.merge')
  if (!found) throw refuse(notFound, {})
  const parted = await recordParting(work, join, actorId(work.actor))
  if (!parted) throw refuse(notFound, {})
  work.publish(customersParted, { join, ...parted })
  return {}
}
