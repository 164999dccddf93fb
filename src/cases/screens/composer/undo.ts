// Holding back an answer that has not left yet: it comes back into the composer as it was written, files included.
import { send } from '#ui/api'
import { keepDraft } from '#ui/drafts'
import { tell } from '#ui/failure'
import { keyOf, queries, refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import {
  countCases, deleteClosure, deleteReply, getCase, listCases, type Case, type CaseId, type Interaction, type InteractionId,
} from '../../contract.ts' // prettier-ignore
import { words } from './composer-words.ts'
import { NO_REPLY, replyDraft, type Attached, type ReplyDraft } from './draft.ts'
import { openComposer } from './open.ts'
import { uploadFile } from './upload.ts'

type Sent = { draft: ReplyDraft; wish: { close?: boolean } }
const sent = new Map<InteractionId, Sent>()

export function rememberSent(id: InteractionId, { draft, wish }: Sent): void {
  sent.set(id, { draft, wish })
}

export async function undoSending(caseId: CaseId, id: InteractionId): Promise<void> {
  const known = sent.get(id)
  const draft = known?.draft ?? fromStory(caseId, id)
  try {
    await send(deleteReply, { id: caseId, interaction: id })
    if (known?.wish.close) await send(deleteClosure, { id: caseId })
    sent.delete(id)
    keepDraft(replyDraft(caseId), { ...draft, files: await filesAgain(caseId, draft.files) })
    openComposer(caseId, 'reply')
    toast({ tone: 'good', text: say(words, 'heldBack') })
  } catch (error) {
    tell(error)
  }
  await refetch(getCase, listCases, countCases)
}

// After a reload nothing is remembered, but the story still shows what was written.
function fromStory(caseId: CaseId, id: InteractionId): ReplyDraft {
  const found = queries.getQueryData<Case>(keyOf(getCase, { id: caseId }))
  const written = found?.conversations.flatMap(({ interactions }) => interactions).find((each) => each.id === id)
  return written ? asDraft(written) : NO_REPLY
}

const asDraft = ({ to, cc, subject, html, text, attachments }: Interaction): ReplyDraft => ({
  to, cc, subject, html: html ?? text, text, conversation: null,
  files: attachments.map(({ id, name, type, size }) => ({ id: id as string as Attached['id'], name, type, size })), // an upload keeps its id as an attachment
}) // prettier-ignore

// The files went with the answer; each is brought again from what was kept of it.
async function filesAgain(caseId: CaseId, files: readonly Attached[]): Promise<Attached[]> {
  return await Promise.all(
    files.map(async ({ id, name, type }) => {
      const answer = await fetch(`/api/v1/attachments/${id}`, { credentials: 'same-origin' })
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
      return await uploadFile(caseId, new File([await answer.blob()], name, { type }))
    }),
  )
}
