import { actorId, type Work } from '#base/work'
import { promiseWithdrawn, type PromiseId, type Promised } from './contract.ts'
import { holdPromise, needOwed } from './need.ts'
import { showOne } from './show.ts'
import { recordWithdrawn } from './store/promise.ts'
import { breakIfDue, stopTimer } from './timers.ts'

type Wish = { id: PromiseId; version?: number | undefined; because: string }

export async function withdraw(work: Work, { id, version, because }: Wish): Promise<Promised> {
  const { promise: held } = await holdPromise(work, id, 'case.reply')
  needOwed(held, version)
  await breakIfDue(work, held)
  await recordWithdrawn(work, id, { because, actor: actorId(work.actor) })
  await stopTimer(work, id)
  work.publish(promiseWithdrawn, { case_id: held.case_id, promise_id: id, owner: held.owner_id }, { case_id: held.case_id })
  return await showOne(work, id)
}
