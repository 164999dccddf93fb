// A promise is written down together with its timer, whether it is the first or takes the place of another.
import { newId } from '#base/id'
import { actorId, type Work } from '#base/work'
import { promiseMade, type PromiseId } from './contract.ts'
import type { Resolved } from './due.ts'
import type { Of } from './need.ts'
import { insertPromise } from './store/promise.ts'
import { startTimer } from './timers.ts'

type Wording = { what: string; channel: string; follows: PromiseId | null }

export async function record(work: Work, of: Of, { what, channel, follows, ...due }: Wording & Resolved): Promise<PromiseId> {
  const id = newId<'promise'>(work.now)
  await insertPromise(work, {
    ...due, id, what, channel, case_id: of.id, customer_id: of.customer_id, brand_id: of.brand_id, owner_id: of.owner_id,
    made_by_id: work.actor.kind === 'person' ? work.actor.id : null, made_by: actorId(work.actor),
  }) // prettier-ignore
  await startTimer(work, id, due.due_soon_at ?? due.due_at)
  work.publish(
    promiseMade,
    { case_id: of.id, promise_id: id, owner: of.owner_id, due_at: due.due_at.toString(), follows },
    { case_id: of.id },
  )
  return id
}
