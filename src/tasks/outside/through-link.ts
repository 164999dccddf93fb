// What whoever holds a signed link may do: see, say that they have seen it, answer, ask back, decline, or name somebody else. Looking changes
// nothing, for programs that look through mail open links too; each deed is done once, by the id its form was given out with.
import { refuse, type Work } from '#base/work'
import { keepFile } from '#base/files'
import { judgeGivenFile } from '#base/given-file'
import { answerFromOutside } from '../answer.ts'
import {
  deedFilesTooLarge, deedTextTooLong, LONGEST_TEXT, MOST_DEED_FILES, MOST_DEED_FILES_BYTES, MOST_DEEDS_AN_HOUR, nothingToAnswer, nothingToSay,
  tooManyDeeds, type OutsideDeed, type TaskId,
} from '../contract.ts' // prettier-ignore
import { declineAs } from '../decline.ts'
import { remarkAs } from '../remark.ts'
import { isOwed } from '../rules/state-of.ts'
import { seenBy } from '../see.ts'
import type { TaskRow } from '../store/row.ts'
import { findTask, lockTask } from '../store/task.ts'
import { whomOf } from '../whom.ts'
import type { KeptFile } from './store/stray.ts'
import { countDeeds, insertDeed } from './store/deed.ts'

export type Given = {
  did: OutsideDeed
  once: string // made with the form
  text: string
  other: string // whom to ask instead
  files: readonly { name: string; bytes: Uint8Array }[]
}

export async function actOutside(work: Work, task_id: TaskId, given: Given): Promise<{ again: boolean }> {
  const task = await lockTask(work, task_id)
  if (!task) throw new Error('a link names a task that is not there')
  const text = given.text.replaceAll('\r\n', '\n').trim()
  if (text.length > LONGEST_TEXT) throw refuse(deedTextTooLong, { limit: LONGEST_TEXT })
  if ((await countDeeds(work, task_id, work.now.subtract({ hours: 1 }))).n >= MOST_DEEDS_AN_HOUR)
    throw refuse(tooManyDeeds, { retry_after_seconds: 600 })
  if ((await insertDeed(work, { id: given.once, task: task_id, did: given.did })) === 0) return { again: true }
  const by = (await whomOf(work, [task]))(task).name
  await deeds[given.did](work, task, { ...given, text, by })
  return { again: false }
}

type Doing = Given & { by: string }

const deeds: Readonly<Record<OutsideDeed, (work: Work, task: TaskRow, given: Doing) => Promise<void>>> = {
  seen: async (work, task, { by }) => {
    needOwed(task)
    await seenBy(work, task, by)
  },
  answer: async (work, task, { text, files, by, once }) => {
    if (text === '' && files.length === 0) throw refuse(nothingToSay, {})
    const kept = await keep(work, files)
    const done = await answerFromOutside(work, task.id, {
      text,
      way: 'link',
      by_name: by,
      key: `link:${once}`,
      uploads: [],
      files: kept,
    })
    if (done === 'over') throw refuse(nothingToAnswer, {})
  },
  ask: async (work, task, { text, by }) => {
    needOpen(task)
    if (text === '') throw refuse(nothingToSay, {})
    await seenIfOwed(work, task, by)
    await remarkAs(work, task, { text: text.slice(0, MOST_REMARK), by_name: by })
  },
  decline: async (work, task, { text, by }) => {
    needOwed(task)
    if (text === '') throw refuse(nothingToSay, {})
    await seenIfOwed(work, task, by)
    await declineAs(work, (await findTask(work, task.id))!, { because: text.slice(0, MOST_REASON), by_name: by }) // held above
  },
  // "Not me: ask X": whoever asked decides; nobody from outside chooses to whom the case is shown.
  other: async (work, task, { text, other, by }) => {
    needOwed(task)
    if (other.trim() === '') throw refuse(nothingToSay, {})
    await seenIfOwed(work, task, by)
    const said = [`→ ${other.trim().slice(0, 300)}`, text].filter((part) => part !== '').join('\n')
    await declineAs(work, (await findTask(work, task.id))!, { because: said.slice(0, MOST_REASON), by_name: by }) // held above
  },
}
const MOST_REMARK = 4_000
const MOST_REASON = 1_000

const needOwed = (task: TaskRow): void => {
  if (!isOwed(task)) throw refuse(nothingToAnswer, {})
}
const needOpen = (task: TaskRow): void => {
  if (task.accepted_at || task.cancelled_at) throw refuse(nothingToAnswer, {})
}
async function seenIfOwed(work: Work, task: TaskRow, by: string): Promise<void> {
  if (isOwed(task)) await seenBy(work, task, by)
}

async function keep(work: Work, files: Given['files']): Promise<KeptFile[]> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (files.length > MOST_DEED_FILES || bytes > MOST_DEED_FILES_BYTES)
    throw refuse(deedFilesTooLarge, { limit_bytes: MOST_DEED_FILES_BYTES, most: MOST_DEED_FILES })
  const kept: KeptFile[] = []
  for (const file of files) {
    const { name, type } = await judgeGivenFile(file)
    const { id, size } = await keepFile(work, file.bytes)
    kept.push({ name, type, size, file: id })
  }
  return kept
}
