import { notAllowed } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { BatonId, FullBaton } from './contract.ts'
import { isMe, needBaton } from './need.ts'
import { showFull } from './show-full.ts'
import { recordPutAway } from './store/baton.ts'

// The brief stands on top of the case until whoever took over has read it.
export async function putAway(work: Work, { id }: { id: BatonId }): Promise<FullBaton> {
  const baton = await needBaton(work, id)
  if (!isMe(work, baton.to_id)) throw refuse(notAllowed, { permission: 'hand_over.answer' })
  if (baton.ended_at) await recordPutAway(work, id)
  return await showFull(work, id)
}
