// For rooms above that give out work: the chats nobody serves yet, the first to wait first. At most two hundred.
import type { Work } from '#base/work'
import type { CaseId, ConversationId } from '#cases/contract'
import { listVisits } from './store/lists.ts'

export type Waiting = { conversation: ConversationId; case_id: CaseId; since: Temporal.Instant }
const MOST = 200
const EVERYWHERE = [{ teams: null, brands: null }] as const

export async function waitingChats(work: Work): Promise<Waiting[]> {
  const rows = await listVisits(work, { state: 'waiting', me: null, scopes: EVERYWHERE, after: null, most: MOST })
  return rows.filter(({ left_at }) => left_at === null).map(({ conversation_id: conversation, case_id, opened_at: since }) => ({ conversation, case_id, since }))
} // prettier-ignore
