import { readFile } from 'node:fs/promises'
import { decodeText } from './charset.ts'
import { cleanHtml } from './html/clean-html.ts'
import { textLines } from './html/text-lines.ts'
import type { Bounce, Language, MailAddress, MailKind, ReadMail } from './shapes.ts'
import { openParlour } from './understand.ts'
import type { Parlour } from './understand.ts'

/** One line of `guichet inspect mail`, field by field as docs promise it. When `ok` is false, `error` says why and the rest is empty. */
export type InspectedMail = {
  file: string
  ok: boolean
  error: string | null
  kind: MailKind
  message_id: string | null
  in_reply_to: string | null
  references: string[]
  date: string | null
  from: MailAddress | null
  reply_to: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  text: string
  visible_text: string
  html: string | null
  language: Language | null
  attachments: { name: string | null; type: string; size: number; sha256: string; inline: boolean }[]
  bounce: { recipients: Bounce['recipients'] } | null
  truncated: string[]
  milliseconds: number
}

export type InspectedHtml = { file: string; html: string; text: string; removed: string[]; remote: string[]; error?: string }

let shared: Parlour | undefined

/** Reads a mail from a file, in a process that can be killed. Never throws. */
export async function inspectMailFile(path: string): Promise<InspectedMail> {
  const start = performance.now()
  const took = (): number => Math.round((performance.now() - start) * 10) / 10
  const raw = await bytesOf(path)
  if (typeof raw === 'string') return { ...nothing(path, raw), milliseconds: took() }
  shared ??= openParlour()
  const reading = await shared.read(raw)
  if (!reading.ok) return { ...nothing(path, `${reading.why}: ${reading.detail}`), milliseconds: took() }
  return { ...lineOf(path, reading.mail), milliseconds: took() }
}

function lineOf(file: string, mail: ReadMail): InspectedMail {
  const attachments = mail.attachments.map(({ name, type, size, sha256, inline }) => ({ name, type, size, sha256, inline }))
  const bounce = mail.bounce ? { recipients: mail.bounce.recipients } : null
  const facts = {
    kind: mail.kind,
    message_id: mail.message_id,
    in_reply_to: mail.in_reply_to,
    references: mail.references,
    date: mail.date,
    from: mail.from,
    reply_to: mail.reply_to,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    visible_text: mail.visible_text,
    html: mail.html,
    language: mail.language,
  }
  return { file, ok: true, error: null, ...facts, attachments, bounce, truncated: mail.truncated, milliseconds: 0 }
}

function nothing(file: string, error: string): InspectedMail {
  const texts = { subject: '', text: '', visible_text: '', html: null, language: null }
  const people = { from: null, reply_to: [], to: [], cc: [] }
  const thread = { message_id: null, in_reply_to: null, references: [], date: null }
  return {
    file,
    ok: false,
    error,
    kind: 'message',
    ...thread,
    ...people,
    ...texts,
    attachments: [],
    bounce: null,
    truncated: [],
    milliseconds: 0,
  }
}

/** HTML from a file as it would be shown. Never throws. */
export async function inspectHtmlFile(path: string): Promise<InspectedHtml> {
  const raw = await bytesOf(path)
  if (typeof raw === 'string') return { file: path, html: '', text: '', removed: [], remote: [], error: raw }
  const { html, removed, remote } = cleanHtml(decodeText(raw, null))
  const text = textLines(html).map((line) => line.text)
  return { file: path, html, text: text.join('\n').trim(), removed, remote }
}

/** The bytes, or the sentence that says why there are none. */
async function bytesOf(path: string): Promise<Uint8Array | string> {
  try {
    const bytes = await readFile(path)
    return bytes.length === 0 ? 'the file is empty' : bytes
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const known: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'this is a folder, not a mail',
      EACCES: 'the file may not be read',
      ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GB',
    }
    return known[code] ?? `the file cannot be read (${code || 'unknown fault'})`
  }
}
