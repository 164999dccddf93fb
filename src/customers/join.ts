import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { customersJoined, groupTooLarge, joinItself, MOST_JOINED, type CustomerId, type JoinId } from './contract.ts'
import { lockCustomer } from './store/customer.ts'
import { findActiveJoin, findGroup, insertJoin } from './store/group.ts'

// Two records found to be one person. No row is rewritten: the edge is all there is, so it can be taken away again.
type Wish = { customer: CustomerId; with: CustomerId; why: string; proposed_for?: readonly string[] }

export async function join(work: Work, { customer, with: other, why, proposed_for = [] }: Wish): Promise<{ id: JoinId }> {
  allow(work, proposed_for.length > 0 ? 'customer.accept_likeness' : 'customer.merge')
  if (customer === other) throw refuse(joinItself, {})
  const [a, b] = customer < other ? [customer, other] : [other, customer]
  if (!(await lockCustomer(work, a)) || !(await lockCustomer(work, b))) throw refuse(notFound, {})
  await refuseTooLarge(work, a, b)

  const id = newId<'join'>(work.now)
  const joined = await insertJoin(work, { id, a, b, by: actorId(work.actor), why, proposed_for })
  if (joined === 0) return (await findActiveJoin(work, a, b)) ?? { id }
  work.publish(customersJoined, { join: id, a, b, why })
  return { id }
}

async function refuseTooLarge(work: Work, a: CustomerId, b: CustomerId): Promise<void> {
  const [left, right] = await Promise.all([findGroup(work, a), findGroup(work, b)])
  const together = new Set([...left, ...right].map((each) => each.id))
  if (together.size > MOST_JOINED) throw refuse(groupTooLarge, { most: MOST_JOINED })
}
