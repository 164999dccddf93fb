// What is being written in answer to a case, as it is kept on this device.
import type { Address, ConversationId, UploadId } from '../../contract.ts'

export type Attached = { id: UploadId; name: string; type: string; size: number }
export type ReplyDraft = {
  to: Address[] | null // null: to whoever wrote last
  cc: Address[]
  subject: string | null // null: the subject of what is answered
  html: string
  text: string
  files: Attached[]
  conversation: ConversationId | null
  channel?: string | null // the way somebody chose; else that of the conversation, else the usual one
}
export const NO_REPLY: ReplyDraft = { to: null, cc: [], subject: null, html: '', text: '', files: [], conversation: null }
export const replyDraft = (caseId: string): string => `reply:${caseId}`
export const noteDraft = (caseId: string): string => `note:${caseId}`

/** Kept by an older version, or by somebody's browser extension: looked at before it is believed. */
export function isReplyDraft(kept: unknown): kept is ReplyDraft {
  if (kept === null || typeof kept !== 'object') return false
  const { to, cc, subject, html, text, files } = kept as Record<string, unknown> // each field is looked at
  return (
    (to === null || Array.isArray(to)) && Array.isArray(cc) && Array.isArray(files) && typeof html === 'string' && typeof text === 'string' &&
    (subject === null || typeof subject === 'string')
  ) // prettier-ignore
}

export const isEmpty = ({ text, files }: ReplyDraft): boolean => text.trim() === '' && files.length === 0
