import { actorId, type Work } from '#base/work'
import { promiseKept, type PromiseId, type Promised } from './contract.ts'
import { holdPromise, needOwed } from './need.ts'
import { stateOf } from './rules/state-of.ts'
import { show } from './show.ts'
import { findPromise, recordKept } from './store/promise.ts'
import { breakIfDue, stopTimer } from './timers.ts'

export async function keep(work: Work, { id, version }: { id: PromiseId; version?: number | undefined }): Promise<Promised> {
  const { promise: held } = await holdPromise(work, id, 'case.reply')
  if (['kept', 'kept_late'].includes(stateOf(held))) return (await show(work, [held]))[0]! // asked twice, done once
  needOwed(held, version)
  await breakIfDue(work, held)
  await recordKept(work, id, { person: work.actor.kind === 'person' ? work.actor.id : null, actor: actorId(work.actor) })
  await stopTimer(work, id)
  const kept = (await findPromise(work, id))!
  const about = { case_id: held.case_id }
  work.publish(promiseKept, { ...about, promise_id: id, owner: held.owner_id, late: stateOf(kept) === 'kept_late' }, about)
  return (await show(work, [kept]))[0]!
}
