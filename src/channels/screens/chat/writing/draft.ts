// What is being written to a visitor, kept on this device until it is sent or thrown away.
import type { Attached } from './outbox.ts'

export type ChatDraft = { text: string; files: readonly Attached[] }
export const NO_DRAFT: ChatDraft = { text: '', files: [] }
export const subjectOf = (conversation: string): string => `chat:${conversation}`

/** Kept by an older version, or by somebody's browser extension: looked at before it is believed. */
export function isDraft(kept: unknown): kept is ChatDraft {
  return (
    kept !== null &&
    typeof kept === 'object' &&
    'text' in kept &&
    typeof kept.text === 'string' &&
    'files' in kept &&
    Array.isArray(kept.files)
  )
}

export const isEmpty = ({ text, files }: ChatDraft): boolean => text.trim() === '' && files.length === 0
