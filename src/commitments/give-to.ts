// Somebody else answers for what is owed; who made it stays written.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { promisePassedOn, type PromiseId } from './contract.ts'
import { passOn } from './store/promise.ts'

type Owed = { id: PromiseId; case_id: CaseId; owner_id: PersonId }

export async function giveTo(work: Work, owed: readonly Owed[], to: PersonId): Promise<void> {
  const others = owed.filter(({ owner_id }) => owner_id !== to)
  if (others.length === 0) return
  await passOn(work, others.map(({ id }) => id), to) // prettier-ignore
  for (const { id, case_id, owner_id } of others)
    work.publish(promisePassedOn, { case_id, promise_id: id, owner: to, from: owner_id }, { case_id })
}
