// An answer to the customer. It is written here once; the channel carries it away when `leaves_at` has come, and only once.
import { bothOf } from '#base/all-of'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { close } from './close.ts'
import {
  attachmentsTooLarge, messageQueued, MOST_ATTACHED_BYTES, replyEmpty, uploadUnknown, type Address, type CaseId, type ConversationId,
  type InteractionId, type SendState, type UploadId,
} from './contract.ts' // prettier-ignore
import { holdMain, needVersion } from './need.ts'
import { cleanWritten, wordsOfWritten } from './rules/written.ts'
import { touchByReply } from './store/case.ts'
import { addParticipants } from './store/conversation.ts'
import { insertAttachment, insertInteraction, takeUploads } from './store/interaction.ts'
import { findThread } from './store/thread.ts'
import { refuseTooLong, threadFor } from './thread-for.ts'

export type Reply = {
  id: CaseId
  version?: number | undefined
  conversation?: ConversationId | undefined
  html?: string | undefined
  text?: string | undefined
  to?: Address[] | undefined
  cc: Address[]
  subject?: string | undefined
  uploads: UploadId[]
  undo_seconds: number
  close: boolean
  because?: string | undefined // why it is closed although something keeps it open
}
export type Queued = { id: InteractionId; case_id: CaseId; state: SendState; leaves_at: string; version: number }

/** Whoever can carry a message away may be told of it in the same commit; false when it is not theirs, and they hear of it from the journal. */
export type Carry = (message: ReturnType<(typeof messageQueued)['shape']['parse']>) => Promise<boolean>

export async function reply(work: Work, given: Reply, carry: Carry = async () => false): Promise<Queued> {
  // One round trip: the conversation is read right after the lock is held, on the same line.
  const [found, spoken] = await bothOf(holdMain(work, given.id, 'case.reply'), findThread(work, given.id, given.conversation))
  needVersion(found, given.version)
  const { html, text } = written(given)
  const thread = await threadFor(work, found, { given, spoken })
  refuseTooLong(thread.traits, text)
  const id = newId<'interaction'>(work.now)
  const leaves_at = thread.traits.instant ? work.now : work.now.add({ milliseconds: Math.round(given.undo_seconds * 1_000) })
  const { conversation: conversation_id, channel } = thread
  const about = { case_id: found.id }
  const message = { ...about, conversation_id, interaction_id: id, channel, leaves_at: leaves_at.toString() }
  const [{ version }, carried] = await Promise.all([
    touchByReply(work, found.id),
    carry(message),
    thread.case === found.id ? null : touchByReply(work, thread.case),
    insertInteraction(work, {
      id, case_id: thread.case, conversation_id: thread.conversation, direction: 'out', kind: 'message', at: work.now, sent_at: null,
      author_id: authorOf(work), customer_id: found.customer_id, from: { name: '', address: '' }, recipients: { to: thread.to, cc: given.cc, more: 0 },
      subject: thread.subject, text, visible_text: text, html: html || null, language: null, source: null, original_file_id: null, marks: {},
      state: 'queued', leaves_at,
    }), // prettier-ignore
    addParticipants(
      work,
      thread.conversation,
      [...thread.to, ...given.cc].map(({ address }) => address.toLowerCase().slice(0, 400)).filter((address) => address !== ''),
    ),
    attach(work, given, { interaction: id, case: thread.case }),
  ])
  work.publish(messageQueued, carried ? { ...message, carried } : message, about)
  const end = given.close && !found.closed_at ? await close(work, { id: found.id, because: given.because }) : { version }
  return { id, case_id: found.id, state: 'queued', leaves_at: message.leaves_at, version: end.version }
}

function written(given: Reply): { html: string | null; text: string } {
  const html = given.html === undefined ? null : cleanWritten(given.html)
  const text = (given.text ?? '').trim() || (html ? wordsOfWritten(html).trim() : '')
  if (text === '' && !html?.includes('<img') && given.uploads.length === 0) throw refuse(replyEmpty, {})
  return { html, text }
}

const authorOf = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)

async function attach(work: Work, given: Reply, to: { interaction: InteractionId; case: CaseId }): Promise<void> {
  if (given.uploads.length === 0) return
  const taken = await takeUploads(work, { case_id: given.id, by: actorId(work.actor), ids: given.uploads })
  if (taken.length !== new Set(given.uploads).size) throw refuse(uploadUnknown, {})
  if (taken.reduce((sum, upload) => sum + upload.size, 0) > MOST_ATTACHED_BYTES)
    throw refuse(attachmentsTooLarge, { limit_bytes: MOST_ATTACHED_BYTES })
  const inOrder = taken.toSorted((a, b) => given.uploads.indexOf(a.id as UploadId) - given.uploads.indexOf(b.id as UploadId))
  await Promise.all(
    inOrder.map((u, position) =>
      insertAttachment(work, {
        id: u.id,
        interaction_id: to.interaction,
        case_id: to.case,
        position,
        name: u.name,
        type: u.type,
        size: u.size,
        file: u.file_id,
        inline: false,
        content_id: null,
      }),
    ),
  )
}
