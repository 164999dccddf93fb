// What whoever holds a link may do with its task: see it, answer, decline, say something, bring and fetch files. Nothing of the case is theirs but
// what was shown. A link that expired, was revoked, or whose task is over no longer lets anybody act.
import * as brands from '#brands'
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import { answerFromOutside } from './answer.ts'
import {
  linkOver,
  taskAnsweredAlready,
  taskOver,
  type AnswerId,
  type TaskFileId,
  type TaskUploadId,
  type WholeTask,
} from './contract.ts'
import { declineAs } from './decline.ts'
import { remarkAs } from './remark.ts'
import { isOpen, stateOf } from './rules/state-of.ts'
import { seenBy } from './see.ts'
import { showWhole } from './show.ts'
import { findLink, recordOpened } from './store/link.ts'
import type { TaskRow } from './store/row.ts'
import { findFile } from './store/shown.ts'
import { findTask, lockTask } from './store/task.ts'
import { bring, type Brought, type Download, fetch } from './files.ts'
import { whomOf } from './whom.ts'

export type LinkView = Pick<
  WholeTask,
  | 'id'
  | 'reference'
  | 'title'
  | 'text'
  | 'html'
  | 'state'
  | 'asked'
  | 'due_at'
  | 'late_at'
  | 'messages'
  | 'files'
  | 'checklist'
  | 'answers'
  | 'brand'
> & {
  owner: { name: string; email: string }
  remarks: { at: string; by: string | null; text: string }[]
  may_answer: boolean
  language: 'fr' | 'en'
}

/** What is behind the link. `open`: somebody really looks at it, and not a scanner of mails. */
export async function seeThroughLink(work: Work, hash: Buffer, { open }: { open: boolean }): Promise<LinkView> {
  const { task, link } = await behind(work, hash)
  await recordOpened(work, link)
  if (open && task.begun_at && isOpen(task)) await seenBy(work, (await lockTask(work, task.id))!, await nameOf(work, task))
  return await viewFor(work, task)
}

async function viewFor(work: Work, task: TaskRow): Promise<LinkView> {
  const whole = await showWhole(work, task.id)
  const owner = (await staff.find(work, [task.owner_id])).get(task.owner_id)
  const brand = await brands.brand(work, task.brand_id as BrandId) // a foreign key says so
  const { id, reference, title, text, html, state, asked, due_at, late_at, messages, files, checklist, answers } = whole
  return {
    id, reference, title, text, html, state, asked, due_at, late_at, messages, files, checklist, answers, brand: { id: task.brand_id, name: brand?.name ?? '' },
    owner: { name: owner?.name ?? '', email: owner?.email ?? '' }, language: owner?.language ?? 'fr',
    remarks: whole.happened.filter(({ what }) => what === 'remarked').map(({ at, by, note }) => ({ at, by, text: note ?? '' })).toReversed(),
    may_answer: isOpen(task) && task.begun_at !== null && task.answered_at === null,
  } // prettier-ignore
}

type Answer = { key: string; text: string; uploads: readonly TaskUploadId[] }
export async function answerThroughLink(
  work: Work,
  hash: Buffer,
  { key, text, uploads }: Answer,
): Promise<{ answer: AnswerId; again: boolean }> {
  const { task } = await behind(work, hash)
  const done = await answerFromOutside(work, task.id, {
    way: 'link',
    key: `link:${key}`,
    text,
    uploads,
    files: [],
    by_name: await nameOf(work, task),
  })
  if (done !== 'over') return done
  throw isOpen(task) ? refuse(taskAnsweredAlready, { state: stateOf(task) }) : refuse(taskOver, { state: stateOf(task) })
}

export async function declineThroughLink(work: Work, hash: Buffer, { because }: { because: string }): Promise<void> {
  const { task } = await behind(work, hash)
  await declineAs(work, (await lockTask(work, task.id))!, { because, by_name: await nameOf(work, task) })
}

export async function remarkThroughLink(work: Work, hash: Buffer, { text }: { text: string }): Promise<void> {
  const { task } = await behind(work, hash)
  if (!isOpen(task)) throw refuse(taskOver, { state: stateOf(task) })
  await remarkAs(work, task, { text, by_name: await nameOf(work, task) })
}

export async function bringThroughLink(work: Work, hash: Buffer, file: { name: string; bytes: Uint8Array }): Promise<Brought> {
  const { task } = await behind(work, hash)
  if (!isOpen(task)) throw refuse(taskOver, { state: stateOf(task) })
  return await bring(work, task, file)
}

/** A file that is shown with the task, or came with one of its answers. */
export async function fetchThroughLink(work: Work, hash: Buffer, id: TaskFileId): Promise<Download> {
  const { task } = await behind(work, hash)
  const file = await findFile(work, id)
  if (!file || file.task_id !== task.id || file.brought_by !== null) throw refuse(linkOver, {})
  return fetch(work, file)
}

async function behind(
  work: Work,
  hash: Buffer,
): Promise<{ task: TaskRow; link: NonNullable<Awaited<ReturnType<typeof findLink>>>['id'] }> {
  const link = await findLink(work, hash)
  if (!link || link.revoked_at || Temporal.Instant.compare(link.expires_at, work.now) <= 0) throw refuse(linkOver, {})
  const task = await findTask(work, link.task_id)
  if (!task) throw refuse(linkOver, {})
  return { task, link: link.id }
}

const nameOf = async (work: Work, task: TaskRow): Promise<string> => (await whomOf(work, [task]))(task).name
