// "That is somebody else": the two are not proposed as one person again, until it is taken back.
import { allow, audit } from '#access'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { joinItself, toldApart, type CustomerId } from './contract.ts'
import { deleteToldApart, insertToldApart } from './store/claim.ts'
import { findCustomer } from './store/customer.ts'

type Pair = { customer: CustomerId; with: CustomerId }

export async function tellApart(work: Work, { customer, with: other }: Pair): Promise<void> {
  allow(work, 'customer.accept_likeness')
  if (customer === other) throw refuse(joinItself, {})
  if (!(await findCustomer(work, customer)) || !(await findCustomer(work, other))) throw refuse(notFound, {})
  if ((await insertToldApart(work, { one: customer, other, by: actorId(work.actor) })) === 0) return
  await audit(work, 'customer.told_apart', { about: customer, details: { from: other } })
  work.publish(toldApart, { a: customer, b: other })
}

export async function takeBackApart(work: Work, { customer, with: other }: Pair): Promise<object> {
  allow(work, 'customer.accept_likeness')
  await deleteToldApart(work, { one: customer, other })
  return {}
}
