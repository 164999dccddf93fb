// Words that a room above puts into the answer of a case: at the cursor where one is being written, else at the end of the draft, which opens.
import { keepDraft, readDraft } from '#ui/drafts'
import { isReplyDraft, NO_REPLY, replyDraft } from './draft.ts'
import { openComposer } from './open.ts'

type Words = { html: string; text: string }
const open = new Map<string, (html: string) => void>()

/** Whoever writes says so while they do. */
export function takesWords(caseId: string, insert: (html: string) => void): () => void {
  open.set(caseId, insert)
  return () => void (open.get(caseId) === insert && open.delete(caseId))
}

export function putInReply(caseId: string, words: Words): void {
  const insert = open.get(caseId)
  if (insert) return insert(words.html)
  const kept = readDraft(replyDraft(caseId))?.value
  const draft = isReplyDraft(kept) ? kept : NO_REPLY
  keepDraft(replyDraft(caseId), {
    ...draft,
    html: draft.html + words.html,
    text: [draft.text, words.text].filter(Boolean).join('\n\n'),
  })
  openComposer(caseId, 'reply')
}
