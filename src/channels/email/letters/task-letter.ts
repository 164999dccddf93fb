// A letter about a task, from how the task is when the letter leaves. Nothing leaves for what is over or answered meanwhile.
import * as staff from '#staff'
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { LetterRow } from '../store/letter.ts'
import {
  askedLetter,
  chasedLetter,
  saidLetter,
  withdrawnLetter,
  type Letter,
  type Reader,
  type TaskFacts,
} from './rules/task-letter.ts'
import type { Written } from './write.ts'

const MOST_FILES_BYTES = 15_000_000 // most mail servers take 20 MB, and base64 adds a third; the page has them all

export async function taskLetter(work: Work, letter: LetterRow, url: string): Promise<Written | null> {
  const facts = letter.task_id && (await tasks.outsideFacts(work, letter.task_id))
  if (!facts || !isStillToBeSaid(letter, facts)) return null
  const reader = await readerOf(work, letter, { facts, url })
  const files = letter.what === 'asked' ? upTo(MOST_FILES_BYTES, facts.files) : []
  const task = factsOf(facts, files)
  const written = await wordsOf(work, letter, { task, reader })
  if (!written) return null
  const brand = { id: facts.brand.id as BrandId, name: facts.brand.name } // a foreign key says so
  return { ...written, brand, author: { name: facts.task.owner.name }, files, answerable: true }
}

// Of a letter that waited for its moment: whoever is asked no longer is not written to.
function isStillToBeSaid({ what, to_address, person_id }: LetterRow, { row, card }: tasks.OutsideFacts): boolean {
  const isTheirs = person_id !== null || [card?.email, card?.superior_email].includes(to_address.toLowerCase())
  const isAskedStill = isTheirs && row.accepted_at === null && row.cancelled_at === null
  switch (what) {
    case 'asked':
    case 'chased':
      return isAskedStill && row.begun_at !== null && row.answered_at === null && row.declined_at === null
    case 'said':
      return isAskedStill
    case 'withdrawn':
      return true
    case 'notices':
      return false
  }
}

type Letters = { task: TaskFacts; reader: Reader }

async function wordsOf(work: Work, { what, facts }: LetterRow, { task, reader }: Letters): Promise<Letter | null> {
  const at = { task, reader, now: work.now }
  switch (what) {
    case 'asked':
      return askedLetter(at)
    case 'said':
      return saidLetter(at, wordOf(facts, 'text'))
    case 'withdrawn':
      return withdrawnLetter(at)
    case 'chased': {
      const said = await tasks.chaseWords(work, wordOf(facts, 'chased'), reader)
      return said && chasedLetter(at, said)
    }
    case 'notices':
      return null
  }
}

function wordOf(facts: LetterRow['facts'], name: string): string {
  const word = facts[name]
  return typeof word === 'string' ? word : ''
}

async function readerOf(
  work: Work,
  letter: LetterRow,
  { facts, url }: { facts: tasks.OutsideFacts; url: string },
): Promise<Reader> {
  const { row, card, zone } = facts
  if (letter.person_id) {
    const person = (await staff.find(work, [letter.person_id])).get(letter.person_id)
    const page = url === '' ? '' : `${url}/desk/tasks/${row.id}`
    return { name: person?.name ?? letter.to_name, language: person?.language ?? 'fr', zone, isColleague: true, page }
  }
  const needsLink = letter.what !== 'withdrawn' && url !== ''
  const page = needsLink ? `${url}${(await tasks.linkFor(work, row.id)).path}` : '' // made here and now: it is in this mail alone
  return { name: letter.to_name, language: card?.language ?? facts.brand.language, zone, isColleague: false, page }
}

function factsOf({ task, brand }: tasks.OutsideFacts, files: readonly { name: string }[]): TaskFacts {
  return {
    reference: task.reference, title: task.title, text: task.text, due_at: task.due_at === null ? null : Temporal.Instant.from(task.due_at), owner: task.owner.name,
    brand, files, checklist: task.checklist.filter(({ done_at }) => done_at === null).map(({ what }) => what),
    messages: task.messages.map(({ at, from, text }) => ({ at: Temporal.Instant.from(at), from, text })), because: task.cancelled_because ?? '',
  } // prettier-ignore
}

function upTo<File extends { size: number }>(most: number, files: readonly File[]): File[] {
  let bytes = 0
  return files.filter(({ size }) => (bytes += size) <= most)
}
