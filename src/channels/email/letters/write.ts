// Writes a letter down as it goes out: from the brand's main mailbox, with a reply address and a Message-ID that only its readers know.
import * as brands from '#brands'
import { allOf, bothOf } from '#base/all-of'
import { keepFile, readFile } from '#base/files'
import { hashToken, newId, newToken } from '#base/id'
import type { Work } from '#base/work'
import type { BrandId, EntryPoint } from '#brands/contract'
import type { Composed, Seals } from '../bag.ts'
import { sealed } from '../compose-for.ts'
import { senderOf } from '../rules/sender-of.ts'
import { compose } from '../sending/compose.ts'
import { openDkimKeys } from '../store/dkim.ts'
import { insertLetterToken, letterMessageIds, recordComposed, type LetterRow } from '../store/letter.ts'
import { lastFrom } from '../store/task-mail.ts'
import { noticesLetter } from './notices-letter.ts'
import { layOut, type Block } from './rules/layout.ts'
import { taskLetter } from './task-letter.ts'

export type Written = {
  subject: string
  blocks: Block[]
  brand: { id: BrandId; name: string } | null // null: of the house
  author: { name: string } | null // who asks; null: a program of ours
  files: readonly { name: string; type: string; file_id: string }[]
  answerable: boolean // a reply comes back into the task
}

export async function writeLetter(work: Work, letter: LetterRow, seals: Seals): Promise<Composed | null> {
  const url = seals.url ?? ''
  const written = letter.what === 'notices' ? await noticesLetter(work, letter, url) : await taskLetter(work, letter, url)
  return written && (await putDown(work, letter, { written, seals }))
}

async function putDown(work: Work, letter: LetterRow, { written, seals }: { written: Written; seals: Seals }): Promise<Composed> {
  const door = await mainMailbox(work, written.brand?.id)
  const brand = (written.brand ?? (door && (await brands.brand(work, door.brand_id)))) as Parameters<typeof senderOf>[0]['brand'] // its name is what is read
  const from = senderOf({ door, brand, author: written.author, heardAt: null })
  const tokens = { reply: newToken(), message: newToken() }
  const messageId = `${tokens.message}@${from.domain}`
  const [bytes, keys] = await bothOf(
    mailOf(work, letter, { written, door, from, messageId, reply: tokens.reply }),
    openDkimKeys(work, from.domain),
  )
  const final = sealed(work, { bytes, domain: from.domain, seals, keys })
  const file = newId(work.now)
  const envelope = { from: written.answerable ? from.address.address : '', to: [letter.to_address] }
  await keepFile(work, final, file)
  const words = written.answerable ? ([['reply_address', tokens.reply], ['message_id', messageId]] as const) : [] // prettier-ignore
  await allOf<unknown>([
    recordComposed(work, { id: letter.id, subject: written.subject, message_id: messageId, file, envelope }),
    ...words.map(([kind, word]) => insertLetterToken(work, { hash: hashToken(word.toLowerCase()), letter: letter.id, kind })),
  ])
  return { file_id: file, bytes: final, envelope, attempts: 0, begun: false }
}

async function mainMailbox(work: Work, brand: BrandId | undefined): Promise<EntryPoint | undefined> {
  return (brand && (await brands.doorOf(work, brand, 'email'))) ?? (await brands.mainEntryPoint(work))
}

type Mail = {
  written: Written
  door: EntryPoint | undefined
  from: ReturnType<typeof senderOf>
  messageId: string
  reply: string
}

async function mailOf(work: Work, letter: LetterRow, { written, door, from, messageId, reply }: Mail): Promise<Buffer> {
  const { subject, blocks, files, answerable } = written
  const [theirs, ours] = letter.task_id ? await threadOf(work, letter.task_id, letter.to_address) : [null, []]
  const attachments = []
  for (const { name, type, file_id } of files) attachments.push({ name, type, content: await readFile(work, file_id) })
  return await compose({
    messageId: `<${messageId}>`, boundarySeed: letter.id, date: work.now.toZonedDateTimeISO(door?.zone ?? 'UTC'), from: from.address,
    to: [{ name: letter.to_name || null, address: letter.to_address }], subject, ...layOut(blocks), attachments,
    ...(answerable ? { replyTo: { name: from.address.name, address: `${from.local}+${reply}@${from.domain}` } } : {}),
    inReplyTo: theirs, references: [...ours, ...(theirs ? [theirs] : [])], automatic: answerable ? null : 'auto-generated',
  }) // prettier-ignore
}

async function threadOf(
  work: Work,
  task: NonNullable<LetterRow['task_id']>,
  address: string,
): Promise<[string | null, string[]]> {
  const [theirs, ours] = await Promise.all([lastFrom(work, task, address), letterMessageIds(work, task, address)])
  const ids = ours.map(({ message_id }) => `<${message_id}>`)
  return [theirs?.message_id ? `<${theirs.message_id}>` : (ids.at(-1) ?? null), ids]
}
