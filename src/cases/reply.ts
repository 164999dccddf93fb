// An answer to the customer. It is written here once; the channel carries it away when `leaves_at` has come, and only once.
import * as customers from '#customers'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { close } from './close.ts'
import {
  attachmentsTooLarge, isReachable, messageQueued, MOST_ATTACHED_BYTES, nobodyToAnswer, replyEmpty, uploadUnknown, type Address, type CaseId, type ConversationId,
  type InteractionId, type SendState, type UploadId,
} from './contract.ts' // prettier-ignore
import { holdCase, needVersion } from './need.ts'
import { replySubject } from './rules/reply-subject.ts'
import { cleanWritten, wordsOfWritten } from './rules/written.ts'
import { touchByReply, type CaseRow } from './store/case.ts'
import { addParticipants, conversationsOf, findConversation } from './store/conversation.ts'
import { insertAttachment, insertInteraction, lastArrival, takeUploads } from './store/interaction.ts'

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
}
export type Queued = { id: InteractionId; case_id: CaseId; state: SendState; leaves_at: string; version: number }

export async function reply(work: Work, given: Reply): Promise<Queued> {
  const found = await holdCase(work, given.id, 'case.reply')
  needVersion(found, given.version)
  const html = given.html === undefined ? null : cleanWritten(given.html)
  const text = (given.text ?? '').trim() || (html ? wordsOfWritten(html).trim() : '')
  if (text === '' && !html?.includes('<img') && given.uploads.length === 0) throw refuse(replyEmpty, {})
  const thread = await threadOf(work, found, given)
  const id = newId<'interaction'>(work.now)
  const leaves_at = work.now.add({ milliseconds: Math.round(given.undo_seconds * 1_000) })
  const [{ version }] = await Promise.all([
    touchByReply(work, given.id),
    insertInteraction(work, {
      id, case_id: given.id, conversation_id: thread.conversation, direction: 'out', kind: 'message', at: work.now, sent_at: null,
      author_id: authorOf(work), customer_id: found.customer_id, from: { name: '', address: '' }, recipients: { to: thread.to, cc: given.cc, more: 0 },
      subject: thread.subject, text, visible_text: text, html: html || null, language: null, source: null, original_file_id: null, marks: {},
      state: 'queued', leaves_at,
    }), // prettier-ignore
    addParticipants(
      work,
      thread.conversation,
      [...thread.to, ...given.cc].map(({ address }) => address.toLowerCase().slice(0, 400)),
    ),
    attach(work, given, id),
  ])
  const about = { case_id: given.id }
  work.publish(
    messageQueued,
    {
      ...about,
      conversation_id: thread.conversation,
      interaction_id: id,
      channel: thread.channel,
      leaves_at: leaves_at.toString(),
    },
    about,
  )
  const end = given.close && !found.closed_at ? await close(work, { id: given.id }) : { version }
  return { id, case_id: given.id, state: 'queued', leaves_at: leaves_at.toString(), version: end.version }
}

const authorOf = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)

type Thread = { conversation: ConversationId; channel: string; to: Address[]; subject: string }

async function threadOf(work: Work, found: CaseRow, given: Reply): Promise<Thread> {
  const conversation = given.conversation
    ? await findConversation(work, given.conversation)
    : (await conversationsOf(work, found.id)).at(-1)
  if (!conversation || conversation.case_id !== found.id) throw refuse(nobodyToAnswer, {})
  const last = await lastArrival(work, conversation.id)
  const to = given.to?.length
    ? given.to
    : (await defaultRecipients(work, found, last)).filter(({ address }) => isReachable(address))
  if (to.length === 0) throw refuse(nobodyToAnswer, {})
  const subject = given.subject?.trim() || replySubject(last?.subject || found.subject)
  return { conversation: conversation.id, channel: conversation.channel, to, subject }
}

async function defaultRecipients(work: Work, found: CaseRow, last: Awaited<ReturnType<typeof lastArrival>>): Promise<Address[]> {
  if (last?.recipients.answer_to?.length) return last.recipients.answer_to
  if (last?.from_address) return [{ name: last.from_name, address: last.from_address }]
  if (!found.customer_id) return []
  const customer = (await customers.find(work, [found.customer_id])).get(found.customer_id)
  return customer?.email ? [{ name: customer.name, address: customer.email }] : []
}

async function attach(work: Work, given: Reply, interaction: InteractionId): Promise<void> {
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
        interaction_id: interaction,
        case_id: given.id,
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
