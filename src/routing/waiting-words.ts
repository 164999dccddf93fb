// A customer who waits is told what routing decided about their waiting: it has been long and they may be called, or those who serve them are closed.
// In a reader of its own: what we say to somebody never holds up who is offered what.
import * as channels from '#channels'
import { hear, reader } from '#base/journal'
import type { Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { callBackOffered, itemEnded } from './contract.ts'
import { findItem } from './store/item.ts'

export const waitingWords = reader('routing.waiting_words', [
  hear(callBackOffered, async (work, { item_id }) => await tell(work, item_id, 'long')),
  hear(itemEnded, async (work, { item_id, as }) => {
    if (as === 'refused') await tell(work, item_id, 'shut')
    if (as === 'call_back') await tell(work, item_id, 'shut_call')
  }),
])

type Why = Parameters<typeof channels.tellWaiting>[1]['why']
async function tell(work: Work, id: string, why: Why): Promise<void> {
  const item = await findItem(work, id)
  if (item?.kind !== 'chat' || !item.subject_id) return
  await channels.tellWaiting(work, { conversation: item.subject_id as ConversationId, why }) // a chat's item is about its conversation
}
