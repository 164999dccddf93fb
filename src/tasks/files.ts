// Files of tasks: shown with one, or brought for its answer. Judged by what they are; seen by whoever may see the task.
import { newId } from '#base/id'
import { filePieces, forgetFiles, keepFile } from '#base/files'
import { judgeGivenFile } from '#base/given-file'
import { fileTooLarge, notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { MOST_ATTACHED_BYTES } from '#cases/contract'
import { listFull, MOST_FILES, type TaskFileId, type TaskId, type TaskUploadId } from './contract.ts'
import { needTask } from './need.ts'
import { findFile, countBrought, forgetBrought, insertFile } from './store/shown.ts'

export type Download = { name: string; type: string; file: string; pieces: AsyncGenerator<Buffer> }
export type Brought = { id: TaskUploadId; name: string; type: string; size: number }

export async function download(work: Work, id: TaskFileId): Promise<Download> {
  const found = await findFile(work, id)
  if (!found || found.brought_by !== null) throw refuse(notFound, {})
  await needTask(work, found.task_id).catch(() => {
    throw refuse(notFound, {}) // of a task that is not yours to see, nobody says that it is there
  })
  return fetch(work, found)
}

export const fetch = (work: Work, { name, type, file_id }: { name: string; type: string; file_id: string }): Download => ({
  name,
  type,
  file: file_id,
  pieces: filePieces(work, file_id),
})

export async function upload(work: Work, given: { task: TaskId; name: string; bytes: Uint8Array }): Promise<Brought> {
  const { task, standing } = await needTask(work, given.task)
  if (!standing.asked && !standing.answers) throw refuse(notFound, {})
  return await bring(work, task, given)
}

/** Whoever calls has looked whether it may. */
export async function bring(
  work: Work,
  task: { id: TaskId },
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Brought> {
  const brought = await countBrought(work, task.id)
  if (bytes.length + brought.bytes > MOST_ATTACHED_BYTES) throw refuse(fileTooLarge, { limit_bytes: MOST_ATTACHED_BYTES })
  if (brought.n >= MOST_FILES) throw refuse(listFull, { most: MOST_FILES })
  const judged = await judgeGivenFile({ name, bytes })
  const kept = await keepFile(work, bytes)
  const id = newId<'task_upload'>(work.now)
  await insertFile(work, {
    ...judged,
    id,
    task_id: task.id,
    answer_id: null,
    position: brought.n,
    size: kept.size,
    file_id: kept.id,
    brought: true,
  })
  return { id, ...judged, size: kept.size }
}

const KEPT_HOURS = 48

/** What was brought for answers that were never sent; at most so many. */
export async function forgetUploads(work: Work, most: number): Promise<number> {
  const gone = await forgetBrought(work, work.now.subtract({ hours: KEPT_HOURS }), most)
  return await forgetFiles(work, gone.map(({ file_id }) => file_id)) // prettier-ignore
}
