// For rooms above: the chats somebody serves this minute. At most fifty.
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, ConversationId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { listVisits } from './store/lists.ts'

export type Served = {
  conversation: ConversationId
  case_id: CaseId
  customer_id: CustomerId | null
  since: Temporal.Instant
  unread: number
}
const MOST = 50

export async function servedBy(work: Work, person: PersonId): Promise<Served[]> {
  const scopes = scopesFor(work.actor, 'case.read')
  const rows = await listVisits(work, { state: 'mine', me: person, scopes, after: null, most: MOST })
  return rows.map(({ conversation_id: conversation, case_id, customer_id, opened_at: since, unread }) => ({
    conversation,
    case_id,
    customer_id,
    since,
    unread,
  }))
}
