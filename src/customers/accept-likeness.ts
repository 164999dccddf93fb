// "That is her": two records that were proposed as one person are joined, and the join remembers why it was proposed. Whoever serves may do
// so, since it can be undone as easily; joining records that nothing makes alike needs `customer.merge`.
import { audit, allow } from '#access'
import { refuse, type Work } from '#base/work'
import { notProposed, type CustomerId, type JoinId } from './contract.ts'
import { join } from './join.ts'
import { likenesses } from './likenesses.ts'

type Pair = { customer: CustomerId; with: CustomerId }

export async function acceptLikeness(work: Work, { customer, with: other }: Pair): Promise<{ id: JoinId }> {
  allow(work, 'customer.accept_likeness')
  const proposed = (await likenesses(work, { customer })).items.find((each) => each.customer.id === other)
  if (!proposed) throw refuse(notProposed, {})
  const joined = await join(work, { customer, with: other, why: proposed.reasons.join(', '), proposed_for: proposed.reasons })
  await audit(work, 'customer.likeness_accepted', {
    about: customer,
    details: { with: other, join: joined.id, reasons: proposed.reasons },
  })
  return joined
}
