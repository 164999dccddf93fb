// A case goes on by another way: a new conversation in it, so that its story stays one.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { CaseId, ChannelTraits, ConversationId } from './contract.ts'
import { holdMain } from './need.ts'
import { insertConversation } from './store/conversation.ts'

export type NewConversation = { case: CaseId; channel: string; traits: ChannelTraits; entry_point: string }

export async function beginConversation(work: Work, wish: NewConversation): Promise<ConversationId> {
  const found = await holdMain(work, wish.case, 'case.reply')
  const id = newId<'conversation'>(work.now)
  await insertConversation(work, { ...wish, case: found.id, id })
  return id
}
