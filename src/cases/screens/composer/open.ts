// Whether the composer of a case is open, and as what. Kept here so that an answer held back can open it again from anywhere.
import { useSyncExternalStore } from 'react'
import { readDraft } from '#ui/drafts'
import { isEmpty, isReplyDraft, replyDraft } from './draft.ts'

export type Mode = 'reply' | 'note' | null

const modes = new Map<string, Mode>()
const listeners = new Set<() => void>()

export function openComposer(caseId: string, mode: Mode): void {
  modes.set(caseId, mode)
  for (const listener of listeners) listener()
}

/** A draft that waits is shown as one comes back to the case. */
function modeOf(caseId: string): Mode {
  const known = modes.get(caseId)
  if (known !== undefined) return known
  const kept = readDraft(replyDraft(caseId))?.value
  const mode = isReplyDraft(kept) && !isEmpty(kept) ? 'reply' : null
  modes.set(caseId, mode)
  return mode
}

export const useComposerMode = (caseId: string): Mode => useSyncExternalStore(listen, () => modeOf(caseId))

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
