// Another moment is promised instead. The chain stays: what was promised first, by whom, why it moved, and to when. The customer is sent a word;
// who does not send one says why.
import * as cases from '#cases'
import { actorId, refuse, type Work } from '#base/work'
import { promiseMoved, wordNeeded, type Due, type PromiseId, type Promised } from './contract.ts'
import { resolveDue } from './due.ts'
import { holdPromise, needOwed } from './need.ts'
import { record } from './record.ts'
import { showOne } from './show.ts'
import { recordMoved } from './store/promise.ts'
import { breakIfDue, stopTimer } from './timers.ts'

type Wish = {
  id: PromiseId
  version?: number | undefined
  due: Due
  because: string
  what?: string | undefined
  word?: string | undefined // what the customer is sent
  without_word?: string | undefined // or why they are sent nothing
}

export async function move(work: Work, wish: Wish): Promise<Promised> {
  const { promise: held, of } = await holdPromise(work, wish.id, 'case.reply')
  needOwed(held, wish.version)
  if (!wish.word && !wish.without_word) throw refuse(wordNeeded, {})
  const due = await resolveDue(work, of.entry_point_id, wish.due)
  await breakIfDue(work, held)
  const next = await record(work, of, { ...due, what: wish.what ?? held.what, channel: held.channel, follows: held.id })
  const told = wish.word
    ? await cases.reply(work, { id: of.id, text: wish.word, cc: [], uploads: [], undo_seconds: 0, close: false })
    : null
  await recordMoved(work, held.id, {
    promise: next, because: wish.because, actor: actorId(work.actor), told: told?.id ?? null, untold: told ? null : (wish.without_word ?? null),
  }) // prettier-ignore
  await stopTimer(work, held.id)
  const about = { case_id: of.id }
  work.publish(
    promiseMoved,
    { ...about, promise_id: held.id, owner: of.owner_id, moved_to: next, due_at: due.due_at.toString() },
    about,
  )
  return await showOne(work, next)
}
