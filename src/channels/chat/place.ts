// Gives a place in the thread to what did not come over the visitor's line: our answers, a line of the house, the customer's mail.
import * as staff from '#staff'
import { point } from '#base/crash-points'
import * as cases from '#cases'
import { later } from '#base/jobs'
import type { Work } from '#base/work'
import type { ConversationId, InteractionId } from '#cases/contract'
import { chatPlaced, chatServed } from '../contract.ts'
import type { Queued } from '../carriers.ts'
import { sendMail } from '../email/send.ts'
import { lookAfterUnread } from './mail-unread.ts'
import { tellOver } from './tell-over.ts'
import { findPlaceOf, insertMessage, ungather, type From } from './store/message.ts'
import { holdVisit, recordAnswered, recordOver, recordPlaced, recordSpoken, type VisitRow } from './store/visit.ts'

/** The carrier of the chat: an answer takes its place at once and waits there until the visitor reads it. */
export async function placeAnswer(work: Work, { conversation_id, interaction_id, leaves_at }: Queued): Promise<void> {
  const visit = await holdVisit(work, conversation_id as ConversationId)
  const interaction = interaction_id as InteractionId
  if (!visit) return await byMail(work, { conversation_id, interaction_id, leaves_at })
  const [taken, before] = await Promise.all([cases.takeForSending(work, interaction), findPlaceOf(work, interaction)])
  if (!taken) return // held back meanwhile
  if (before) {
    await ungather(work, interaction) // tried again by somebody: it is where it was, and another mail may carry it
    return await lookAfterUnread(work, visit)
  }
  const author = (await cases.spoken(work, [visit.case_id], [interaction])).get(interaction)?.author ?? null
  const by = author && (await staff.active(work, author)) ? author : null
  const seq = await place(work, visit, { interaction, from: 'agent', by_mail: false })
  await recordAnswered(work, visit.id, { seq, by })
  if (by && !visit.served_by) {
    const about = { case_id: visit.case_id, conversation_id: visit.conversation_id }
    work.publish(chatServed, { ...about, by, before: null }, { case_id: visit.case_id })
  }
  await lookAfterUnread(work, visit)
  if (visit.left_at && (await recordOver(work, visit.id)) > 0) tellOver(work, { ...visit, last_seq: seq }) // it was all they were owed
  point('chat.before_placing_commits')
}

// A case at a chat door that no visitor opened: somebody wrote it down by hand, and it is answered by mail.
const byMail = async (work: Work, q: Pick<Queued, 'conversation_id' | 'interaction_id' | 'leaves_at'>): Promise<void> =>
  void (await later(work, sendMail, {
    payload: { interaction: q.interaction_id },
    id: q.interaction_id,
    at: Temporal.Instant.from(q.leaves_at),
    line: q.conversation_id,
  }))

type Placed = { interaction: InteractionId; from: From; by_mail: boolean }

/** The visit must be held. Gives the place. */
export async function place(work: Work, visit: VisitRow, { interaction, from, by_mail }: Placed): Promise<number> {
  const seq = visit.last_seq + 1
  await insertMessage(work, { conversation: visit.conversation_id, seq, interaction, said_id: null, from, by_mail })
  const about = { case_id: visit.case_id, conversation_id: visit.conversation_id }
  work.publish(chatPlaced, { ...about, seq, from, interaction_id: interaction }, { case_id: visit.case_id })
  return seq
}

/** What the visitor wrote by another way in this conversation: a mail, their page. */
export async function placeElsewhere(
  work: Work,
  visit: VisitRow,
  said: { interaction: InteractionId; by_mail: boolean },
): Promise<void> {
  const seq = await place(work, visit, { ...said, from: 'visitor' })
  await recordSpoken(work, visit.id, { seq, page: null, language: visit.language })
}

export async function placeHouse(work: Work, visit: VisitRow, interaction: InteractionId): Promise<void> {
  const seq = await place(work, visit, { interaction, from: 'house', by_mail: false })
  await recordPlaced(work, visit.id, seq)
}
