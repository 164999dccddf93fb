// Files of a case: what came with a message, and what is being brought for an answer. Seen by whoever may see the case.
import { can } from '#access'
import { newId } from '#base/id'
import { keepFile, filePieces } from '#base/files'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import { attachmentsTooLarge, MOST_ATTACHED_BYTES, type CaseId, type InteractionId, type UploadId } from './contract.ts'
import { brandOf } from './brand-of.ts'
import { needCase } from './need.ts'
import { findAttachment, findInteraction, insertUpload } from './store/interaction.ts'

export type Download = { name: string; type: string; file: string; pieces: AsyncGenerator<Buffer> }

export async function downloadAttachment(work: Work, id: string): Promise<Download> {
  const found = await findAttachment(work, id)
  if (!found || !(await isSeen(work, found.case_id))) throw refuse(notFound, {})
  return { name: found.name, type: found.type, file: found.file_id, pieces: filePieces(work, found.file_id) }
}

export async function downloadOriginal(work: Work, id: InteractionId): Promise<Download> {
  const found = await findInteraction(work, id)
  if (!found?.original_file_id || !(await isSeen(work, found.case_id))) throw refuse(notFound, {})
  return {
    name: `${id}.eml`,
    type: 'message/rfc822',
    file: found.original_file_id,
    pieces: filePieces(work, found.original_file_id),
  }
}

// A file of a case that is not yours to see answers as one that nobody ever sent.
const isSeen = async (work: Work, id: CaseId): Promise<boolean> =>
  can(work.actor, 'case.read', { brand: await brandOf(work, id) })

export async function upload(
  work: Work,
  given: { id: CaseId; name: string; type: string; bytes: Uint8Array },
): Promise<{ id: UploadId; name: string; type: string; size: number }> {
  await needCase(work, given.id, 'case.reply')
  if (given.bytes.length > MOST_ATTACHED_BYTES) throw refuse(attachmentsTooLarge, { limit_bytes: MOST_ATTACHED_BYTES })
  const kept = await keepFile(work, given.bytes)
  const id = newId<'upload'>(work.now)
  const shown = { name: given.name.slice(0, 500) || 'file', type: given.type.slice(0, 200), size: kept.size }
  await insertUpload(work, { ...shown, id, case_id: given.id, by: actorId(work.actor), file_id: kept.id })
  return { id, ...shown }
}
