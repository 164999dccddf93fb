// What must hold before anything is kept: the pace, the stamp, the small work, the answers. Everything here refuses without effect.
import { createHash, randomInt } from 'node:crypto'
import { refuse } from '#base/work'
import {
  formAlreadySent, formAnswersInvalid, formQuestionAsked, formStampOver, formTooFast, formTooMany, type Answers, type Definition, type Field, type FormLanguage, type ReceiptId,
} from '../contract.ts' // prettier-ignore
import { inForms, LEAST_SECONDS, type Door, type Opened } from './at-the-door.ts'
import type { Keeping, Spooled } from './keep-submission.ts'
import { checkAnswers, type Checked } from './rules/check.ts'
import { wrongFile, type Brought } from './rules/files.ts'
import { claimedBy } from './rules/listing.ts'
import { bitsFor, PER_ADDRESS, PER_FORM, UNPROVEN, waitFor } from './rules/pace.ts'
import { isProven } from './rules/proof.ts'
import { judge, sameness, type Judgement } from './rules/spam.ts'
import { wrong, type Wrong } from './rules/wrong.ts'
import { makeStamp, readStamp, type Stamp } from './stamp.ts'
import { findVersion } from './store/form.ts'
import { countSame, findByStamp } from './store/submission.ts'

export type File = Brought & { sha256: string; path: string }
export type Sent = {
  stamp: string
  proof: string
  question: string // the answer to what was asked
  trap: boolean // the field people do not see was filled in
  language: FormLanguage
  answers: Answers
  files: readonly File[]
  address: string
}
type Asked = Sent & { stampHash: Buffer }
type Admitted = Keeping | { before: ReceiptId }

const LONGEST_SECONDS = 24 * 3_600

export async function admit(door: Door, opened: Opened, sent: Asked): Promise<Admitted> {
  const now = door.open.clock.now().epochMilliseconds
  const said = hashOf(sent)
  const before = await inForms(door, opened.tenant, (work) => findByStamp(work, sent.stampHash))
  if (before) {
    if (before.said_hash.equals(said)) return again(door, sent, before.receipt_id)
    throw refuse(formAlreadySent, { id: before.receipt_id, number: null })
  }
  keepPace(door, opened, sent)
  const stamp = readGood(door, opened, sent)
  const seconds = (now - stamp.at) / 1_000
  if (seconds < LEAST_SECONDS) throw refuse(formTooFast, { retry_after_seconds: Math.ceil(LEAST_SECONDS - seconds) })
  const definition = await definitionOf(door, opened, stamp)
  const { kept, files } = checked(definition, sent)
  const proven = isProven(sent.stamp, sent.proof, stamp.bits)
  const { judgement, text } = await weigh(door, opened, { sent, definition, kept, proven, seconds })
  if (!proven) askOrPass(door, opened, { sent, stamp, judgement })
  takePlace(door, opened, { sent, proven })
  return {
    form: opened.form, version: stamp.version, language: sent.language, answers: kept, files, from: claimedBy(definition, kept).email, address: sent.address,
    hashes: { stamp: sent.stampHash, said, text }, judgement,
  } // prettier-ignore
}

// Told the same, and given a link anew: as often as somebody may send at all.
function again({ books, open }: Door, { address }: Asked, receipt: ReceiptId): Admitted {
  const [caller, now] = [`again ${address}`, open.clock.now().epochMilliseconds]
  const wait = waitFor(books.address.times(caller), now, PER_ADDRESS)
  if (wait > 0) throw refuse(formTooMany, { retry_after_seconds: Math.ceil(wait) })
  books.address.note(caller, now)
  return { before: receipt }
}

// Everything that was said, whatever the order it came in.
function hashOf({ answers, files, language }: Sent): Buffer {
  const said = Object.entries(answers).filter(([, values]) => values.some((value) => value !== '')).toSorted(([a], [b]) => (a < b ? -1 : 1)) // prettier-ignore
  const brought = files.map(({ field, name, sha256 }) => [field, name, sha256].join(' ')).toSorted()
  return createHash('sha256')
    .update(JSON.stringify([language, said, brought]))
    .digest()
}

export function keepPace(
  { books, open }: Pick<Door, 'books' | 'open'>,
  { form }: Opened,
  { address }: Pick<Sent, 'address'>,
): void {
  const now = open.clock.now().epochMilliseconds
  const wait = Math.max(
    waitFor(books.address.times(address), now, PER_ADDRESS),
    waitFor(books.form.times(form.id), now, PER_FORM),
  )
  if (wait > 0) throw refuse(formTooMany, { retry_after_seconds: Math.ceil(wait) })
}

// Asked once more and taken in the same breath: of two hundred that came together, the others find it taken.
function takePlace(door: Door, opened: Opened, { sent, proven }: { sent: Sent; proven: boolean }): void {
  keepPace(door, opened, sent)
  const { books, open } = door
  const now = open.clock.now().epochMilliseconds
  books.address.note(sent.address, now)
  books.form.note(opened.form.id, now)
  if (!proven) books.unproven.note(sent.address, now)
}

// A page from before the form was published anew still counts, for a day. What was typed is not lost: the refusal brings a new stamp.
function readGood(door: Door, { form, number }: Opened, { stamp, address }: Sent): Stamp {
  const read = readStamp(door.seal, stamp)
  const now = door.open.clock.now().epochMilliseconds
  if (read && read.form === form.id && read.at <= now && now - read.at <= LONGEST_SECONDS * 1_000) return read
  const bits = bitsFor(door.books.address.times(address), now)
  throw refuse(formStampOver, {
    stamp: makeStamp(door.seal, { form: form.id, version: number, at: now - LEAST_SECONDS * 1_000, bits, answer: null }), // it was read long enough
    bits,
  })
}

async function definitionOf(door: Door, { tenant, form, definition, number }: Opened, { version }: Stamp): Promise<Definition> {
  if (version === number) return definition
  const found = await inForms(door, tenant, (work) => findVersion(work, form.id, version))
  return found?.definition ?? definition
}

function checked(definition: Definition, { answers, files }: Sent): { kept: Checked['kept']; files: Spooled[] } {
  const named = [...Map.groupBy(files, ({ field }) => field)].map(
    ([field, brought]) => [field, brought.map(({ name }) => name)] as const,
  )
  const withFiles = Object.fromEntries([...Object.entries(withoutFiles(definition, answers)), ...named]) // entries: __proto__ is a stranger's field too
  const { kept, wrong: ofAnswers } = checkAnswers({ fields: definition.fields, answers: withFiles })
  const fileFields = new Map(definition.fields.flatMap((field) => (field.kind === 'file' ? [[field.id, field] as const] : [])))
  const wrongFiles = files.flatMap((file) => {
    const field = fileFields.get(file.field)
    return (field ? wrongFile(field, file) : unasked(file.field)) ?? []
  })
  const all = [...ofAnswers, ...wrongFiles.filter((each) => !ofAnswers.some(({ id }) => id === each.id))]
  if (all.length > 0) throw refuse(formAnswersInvalid, { fields: all.slice(0, 100) })
  return { kept, files: files.flatMap((file) => (kept[file.field] && 'type' in file.is ? { ...file, type: file.is.type } : [])) }
}

// A file where the form asks for words, or for nothing.
const unasked = (field: string): Wrong => wrong(field.slice(0, 60), 'unasked')

// A name typed where a file was asked for is no file.
const withoutFiles = ({ fields }: Definition, answers: Answers): Answers => {
  const ofFiles = new Set(fields.filter(({ kind }) => kind === 'file').map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ofFiles.has(id)))
}

type Weighed = { sent: Sent; definition: Definition; kept: Checked['kept']; proven: boolean; seconds: number }

async function weigh(door: Door, opened: Opened, w: Weighed): Promise<{ judgement: Judgement; text: Buffer | null }> {
  const isText = ({ kind }: Field): boolean => kind === 'short' || kind === 'long'
  const written = w.definition.fields.filter(isText).flatMap(({ id }) => w.kept[id] ?? [])
  const same = sameness(longest(w.definition, w.kept))
  const text = same.length < 20 ? null : createHash('sha256').update(same).digest()
  const repeated = text ? (await inForms(door, opened.tenant, (work) => countSame(work, opened.form.id, text))).n : 0
  const email = claimedBy(w.definition, w.kept).email
  const judgement = judge({ trap: w.sent.trap, proven: w.proven, seconds: w.seconds, text: written.join('\n'), email, repeated })
  return { judgement, text }
}

const longest = ({ fields }: Definition, kept: Checked['kept']): string =>
  fields.filter(({ kind }) => kind === 'long').flatMap(({ id }) => kept[id] ?? []).join('\n') // prettier-ignore

type Doubted = { sent: Sent; stamp: Stamp; judgement: Judgement }

// Without the work of a script a few are let in; beyond that, or when something is odd, a sum is asked, and what was typed comes back with it.
function askOrPass(door: Door, { form }: Opened, { sent, stamp, judgement }: Doubted): void {
  const now = door.open.clock.now().epochMilliseconds
  if (stamp.answer !== null && sent.question.trim() === stamp.answer) return
  const tooMany = waitFor(door.books.unproven.times(sent.address), now, UNPROVEN) > 0
  if (!tooMany && judgement.score < 3 && stamp.answer === null) return
  const [a, b] = [randomInt(2, 10), randomInt(2, 10)]
  const fresh = makeStamp(door.seal, {
    form: form.id,
    version: stamp.version,
    at: stamp.at,
    bits: stamp.bits,
    answer: String(a + b),
  })
  throw refuse(formQuestionAsked, {
    stamp: fresh,
    bits: stamp.bits,
    question: { fr: `Combien font ${a} plus ${b}\u202f?`, en: `What is ${a} plus ${b}?` },
  })
}
