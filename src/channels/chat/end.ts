// A chat ends: an agent ends it, its visitor says goodbye, or its case is closed. Saying something begins it again.
import { audit } from '#access'
import type { Work } from '#base/work'
import type { CaseId, ConversationId } from '#cases/contract'
import { chatLeft } from '../contract.ts'
import { lookAfterUnread } from './mail-unread.ts'
import { needHeldVisit } from './need.ts'
import { unreadAnswers } from './store/message.ts'
import { tellOver } from './tell-over.ts'
import { endVisitsOfCase, holdVisit, recordLeft, recordOver } from './store/visit.ts'

export async function end(work: Work, { conversation }: { conversation: ConversationId }): Promise<object> {
  const visit = await needHeldVisit(work, conversation, 'case.reply')
  if ((await recordOver(work, visit.id)) === 0) return {} // ended twice, once
  await audit(work, 'chat.ended', { about: visit.case_id })
  tellOver(work, { case_id: visit.case_id, conversation_id: conversation, last_seq: visit.last_seq })
  return {}
}

/** The visitor says goodbye. What they were still owed follows by mail; who is owed an answer stays on the desk's list. */
export async function leave(work: Work, conversation: ConversationId): Promise<void> {
  const visit = await holdVisit(work, conversation)
  if (!visit || (await recordLeft(work, visit.id)) === 0) return
  const about = { case_id: visit.case_id, conversation_id: conversation }
  if (!visit.left_at) work.publish(chatLeft, about, { case_id: visit.case_id })
  if (!visit.waiting_since && !visit.over_at) tellOver(work, { ...about, last_seq: visit.last_seq })
  const owed = await unreadAnswers(work, conversation, visit.read_by_visitor)
  if (owed.length > 0) await lookAfterUnread(work, { ...visit, left_at: work.now })
}

export async function endWithCase(work: Work, of: CaseId): Promise<void> {
  for (const each of await endVisitsOfCase(work, of)) tellOver(work, { case_id: of, ...each })
}
