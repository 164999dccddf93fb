// What of a case is shown with a task: messages its asker chose, and files. Nothing else of it ever is.
import * as cases from '#cases'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import type { CaseId, InteractionId, UploadId } from '#cases/contract'
import { messageNotOfCase, type TaskId } from './contract.ts'
import { deleteShown, insertFile, insertShown } from './store/shown.ts'

export type Shown = { messages: readonly InteractionId[]; attachments: readonly string[]; uploads: readonly UploadId[] }

export async function show(
  work: Work,
  of: CaseId,
  { task, messages }: { task: TaskId; messages: readonly InteractionId[] },
): Promise<void> {
  if (messages.length === 0) return
  const found = await cases.messagesOf(work, await cases.familyOf(work, of), messages)
  if (found.length !== new Set(messages).size) throw refuse(messageNotOfCase, {})
  await insertShown(work, task, messages)
}

export async function showInstead(
  work: Work,
  of: CaseId,
  given: { task: TaskId; messages: readonly InteractionId[] },
): Promise<void> {
  await deleteShown(work, given.task)
  await show(work, of, given)
}

export async function showFiles(
  work: Work,
  of: CaseId,
  { task, attachments, uploads }: { task: TaskId } & Omit<Shown, 'messages'>,
): Promise<void> {
  const files = [...(await attached(work, of, attachments)), ...(await cases.takeBrought(work, of, uploads))]
  for (const [position, { file: file_id, ...file }] of files.entries())
    await insertFile(work, { ...file, id: newId(work.now), task_id: task, answer_id: null, position, file_id, brought: false })
}

async function attached(work: Work, of: CaseId, ids: readonly string[]): Promise<cases.LentFile[]> {
  if (ids.length === 0) return []
  const family = await cases.familyOf(work, of)
  const files: cases.LentFile[] = []
  for (const id of new Set(ids)) {
    const found = await cases.fileWithCase(work, id)
    if (!found || !family.includes(found.case_id)) throw refuse(messageNotOfCase, {})
    files.push({ name: found.name || 'document', type: found.type, size: found.size, file: found.file_id })
  }
  return files
}
