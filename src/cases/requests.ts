// A case as the room of the customer's page needs it: what was said, unfiltered, and whose requests they are. What of this a customer may see
// is that room's to decide; nothing here goes to a customer as it is.
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { CaseId, ConversationId, InteractionId } from './contract.ts'
import { conversationsOf, findConversation } from './store/conversation.ts'
import { attachmentsOf, findAttachment } from './store/interaction.ts'
import * as store from './store/said.ts'

export type { RequestRow as RequestFacts, SaidRow as Said } from './store/said.ts'
export type KeptFile = { id: string; interaction_id: InteractionId; name: string; type: string; size: number; file_id: string }

type Before = { at: string; id: string } | undefined
export const request = (work: Work, id: CaseId) => store.findRequest(work, id)
export const requestsOf = (
  work: Work,
  of: { customer: CustomerId; brand?: string | undefined; most: number; number?: number | undefined; before?: Before },
) => store.requestsOf(work, of)
export const saidIn = (work: Work, id: CaseId, page: { most: number; before?: Before }) => store.saidIn(work, id, page)
export const conversation = (work: Work, id: ConversationId) => findConversation(work, id)
export const conversations = (work: Work, id: CaseId) => conversationsOf(work, [id])
export const filesOf = async (work: Work, id: CaseId, of: readonly InteractionId[]): Promise<KeptFile[]> =>
  (await attachmentsOf(work, [id], of)).filter((file) => !file.inline)
export const fileWithCase = (work: Work, id: string) => findAttachment(work, id)
