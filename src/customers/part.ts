import { allow } from '#access'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { customersParted, type CustomerId, type JoinId } from './contract.ts'
import { findJoins, recordParting } from './store/group.ts'

// Takes one edge away. Records that are still connected another way stay together.
export async function part(work: Work, { customer, join }: { customer: CustomerId; join: JoinId }): Promise<object> {
  allow(work, 'customer.merge')
  const joins = await findJoins(work, [customer])
  if (!joins.some((each) => each.id === join)) throw refuse(notFound, {})
  const parted = await recordParting(work, join, actorId(work.actor))
  if (!parted) throw refuse(notFound, {})
  work.publish(customersParted, { join, ...parted })
  return {}
}
