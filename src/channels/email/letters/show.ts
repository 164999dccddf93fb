// The letters, as they are shown: beside their task to whoever may see it, and all of them at the post office.
import * as tasks from '#tasks'
import { allow } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import { readFile } from '#base/files'
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import type { TaskId } from '#tasks/contract'
import { letterSent, letterUnknown, type Letter, type LetterId, type LetterState } from '../../contract.ts'
import { findLetter, lettersOfTask, moveLetter, recentLetters, type LetterRow } from '../store/letter.ts'
import { mailsOfLetters } from '../store/task-mail.ts'
import { sendLetter } from './post.ts'

const MOST_OF_A_TASK = 100

export async function listTaskLetters(work: Work, { task }: { task: string }): Promise<{ items: Letter[] }> {
  await tasks.needAnswerer(work, task as TaskId) // any id may be asked for; it is looked up there
  return { items: await shown(work, await lettersOfTask(work, task as TaskId, MOST_OF_A_TASK)) }
}

type Asked = { state?: LetterState | 'troubled' | undefined; cursor?: string | undefined; limit: number }
export async function listLetters(
  work: Work,
  { state, cursor, limit }: Asked,
): Promise<{ items: Letter[]; next: string | null }> {
  allow(work, 'channel.read')
  const rows = await recentLetters(work, { state, before: readCursor(cursor), most: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: await shown(work, page), next: rows.length > limit && last ? writeCursor(last.queued_at, last.id) : null }
}

/** A letter exactly as it left, and to whom. */
export async function letterAsSent(work: Work, id: LetterId) {
  allow(work, 'channel.read')
  const found = await findLetter(work, id)
  if (!found?.file_id) return null
  return {
    to: { name: found.to_name, address: found.to_address },
    person: found.person_id,
    bytes: await readFile(work, found.file_id),
  }
}

async function shown(work: Work, rows: readonly LetterRow[]): Promise<Letter[]> {
  const mails = rows.length === 0 ? [] : await mailsOfLetters(work, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map(({ id, what, task_id, person_id, to_name, to_address, subject, state, detail, attempts, queued_at, leaves_at, settled_at }) => ({
    id, what, task_id, person_id, to: { name: to_name, address: to_address }, subject, state, detail, attempts, queued_at: queued_at.toString(),
    leaves_at: leaves_at.toString(), settled_at: settled_at?.toString() ?? null,
    answers: mails.filter(({ letter_id }) => letter_id === id).map(({ at, from_address, became }) => ({ at: at.toString(), from: from_address, became })),
  })) // prettier-ignore
}

/** The same bytes again, for what did not leave or may not have: who presses it knows that there may then be two. */
export async function retryLetter(work: Work, { id }: { id: LetterId }): Promise<object> {
  const letter = await findLetter(work, id)
  if (!letter) throw refuse(letterUnknown, {})
  if (letter.task_id) await tasks.needAnswerer(work, letter.task_id)
  else allow(work, 'channel.manage')
  if (!(await moveLetter(work, id, { from: ['failed', 'uncertain', 'kept'], to: 'queued', detail: null })))
    throw refuse(letterSent, { state: letter.state })
  await later(work, sendLetter, { payload: { letter: id }, id, line: letter.task_id ?? id })
  return {}
}
