// What rooms above borrow of a case when they show somebody a part of it: messages chosen one by one, files, who works on it. No right is asked
// here; whoever asks has looked already.
import { actorId, refuse, type Work } from '#base/work'
import { uploadUnknown, type CaseId, type InteractionId, type UploadId } from './contract.ts'
import { handlersOf as findHandlers, type HandlerRow } from './store/handler.ts'
import { takeUploads } from './store/interaction.ts'
import { findMessages, type MessageLent } from './store/lend.ts'

export type { MessageLent } from './store/lend.ts'
export type LentFile = { name: string; type: string; size: number; file: string }

/** Messages of these cases by id: what their sender newly wrote, never what it quotes. Others are left out. */
export const messagesOf = (work: Work, of: readonly CaseId[], ids: readonly InteractionId[]): Promise<MessageLent[]> =>
  ids.length === 0 ? Promise.resolve([]) : findMessages(work, of, ids)

/** Files the actor brought for this case, in the order asked; they are the asker's to keep from now on. */
export async function takeBrought(work: Work, of: CaseId, uploads: readonly UploadId[]): Promise<LentFile[]> {
  if (uploads.length === 0) return []
  const taken = await takeUploads(work, { case_id: of, by: actorId(work.actor), ids: uploads })
  const byId = new Map(taken.map((file) => [file.id, file]))
  return uploads.map((id) => {
    const found = byId.get(id)
    if (!found) throw refuse(uploadUnknown, {})
    return { name: found.name, type: found.type, size: found.size, file: found.file_id }
  })
}

/** Who works on these cases now. */
export const handlersOf = (work: Work, of: readonly CaseId[]): Promise<HandlerRow[]> => findHandlers(work, of)
