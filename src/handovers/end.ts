// A hand-over ended, by our own verb or by something else that happened to the case: its clock stops; where it was accepted the word to the
// customer is about to leave, with some minutes in which it can still be changed.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BatonId, Ending } from './contract.ts'
import { stopClock } from './clock.ts'
import { settleItemOf } from './portfolio/settle-item.ts'
import { scheduleWord } from './send-word.ts'
import { lockBaton, putAwayOlder, recordEnd } from './store/baton.ts'
import { tellEnd } from './tell.ts'

export type End = { as: Ending; by: PersonId | null; answer: string }

export async function endBaton(work: Work, id: BatonId, end: End): Promise<void> {
  const baton = await lockBaton(work, id)
  if (!baton || baton.ended_at) return
  await recordEnd(work, id, { ...end, answer: end.answer || null })
  await stopClock(work, id)
  if (end.as === 'accepted') {
    await putAwayOlder(work, id, baton.case_id)
    await scheduleWord(work, id)
  }
  if (baton.portfolio_id) await settleItemOf(work, baton.portfolio_id, { baton: id, as: end.as, because: end.answer })
  else await tellEnd(work, baton, end)
}
