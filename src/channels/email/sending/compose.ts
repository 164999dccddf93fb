// The bytes of an outgoing mail, built once: they are stored, and every retry sends the very same ones, so that a relay or a customer
// who sees two can tell that they are one (same Message-ID).
import { createHash } from 'node:crypto'
import { convert } from 'html-to-text'
import MailComposer, { type MailComposerAttachment, type MailComposerOptions } from 'nodemailer/lib/mail-composer'
import { boundReferences, threadHeaders } from './threading.ts'

export type Address = { name: string | null; address: string }
export type Attachment = { name: string; type: string; content: Buffer }
export type InlineImage = Attachment & { cid: string } // shown where the HTML says <img src="cid:…">
export type OutgoingMail = {
  messageId: string // '<…@…>'
  boundarySeed: string // anything secret-free that is fixed for this mail, such as its id
  date: Temporal.ZonedDateTime // when the person pressed send, in the zone it is written in
  from: Address
  to: Address[]
  cc?: Address[]
  replyTo?: Address | null // carries the case's token
  subject: string
  html?: string | null
  text?: string | null // made from the HTML when absent
  quoted?: Quoted | null
  attachments?: Attachment[]
  inline?: InlineImage[]
  inReplyTo?: string | null // '<…@…>'
  references?: string[] // the thread so far, oldest first
  automatic?: 'auto-replied' | 'auto-generated' | null // an acknowledgement, a notice (RFC 3834 §5); absent when a person wrote it
}
export type Quoted = { introduction: string; text: string; html?: string | null } // html must already be clean

/** A mail that cannot be written; the message says what is wrong with which field. */
export class NotComposable extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(`${field}: ${message}`)
    this.field = field
  }
}

/**
 * Builds the mail (RFC 5322, 2045–2047, 2231). The same input gives the same bytes. Lines end in CRLF and hold at most 998 bytes; headers are
 * ASCII. Nothing is read from files or the network. A control character in a name or subject becomes a space; in an address or
 * id it is refused, so that no field can add another one.
 * @throws {NotComposable}
 */
export async function compose(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({ ...envelopeHeaders(mail), ...bodies(mail), ...PURE, baseBoundary: boundary(mail) })
  const node = composer.compile()
  node.keepBcc = false
  return await node.build()
}

const PURE = { disableFileAccess: true, disableUrlAccess: true, newline: 'windows', textEncoding: 'B' } as const

function envelopeHeaders(mail: OutgoingMail): MailComposerOptions {
  if (mail.to.length === 0) throw new NotComposable('to', 'there is no recipient')
  return {
    from: mailbox('from', mail.from),
    to: mail.to.map((address) => mailbox('to', address)),
    cc: (mail.cc ?? []).map((address) => mailbox('cc', address)),
    ...(mail.replyTo ? { replyTo: mailbox('replyTo', mail.replyTo) } : {}),
    subject: oneLine(mail.subject),
    messageId: messageId('messageId', mail.messageId),
    date: inMailForm(mail.date),
    ...threadHeaders(
      mail.inReplyTo ? messageId('inReplyTo', mail.inReplyTo) : null,
      boundReferences((mail.references ?? []).map((id) => messageId('references', id))),
    ),
    headers: automatic(mail),
  }
}

// Answering machines should not answer an answering machine: RFC 3834 §2, and Exchange's own header. Mail that a person wrote says
// neither, because an absence note is then welcome; only delivery and read reports are not asked for.
function automatic({ automatic: kind }: OutgoingMail): Record<string, string> {
  if (!kind) return { 'X-Auto-Response-Suppress': 'DR, RN, NRN' }
  return { 'Auto-Submitted': kind, 'X-Auto-Response-Suppress': 'All' }
}

function bodies(mail: OutgoingMail): MailComposerOptions {
  const html = mail.html ? mail.html + quotedHtml(mail.quoted) : null
  const text = (mail.text ?? (mail.html ? textTwin(mail.html) : '')) + quotedText(mail.quoted)
  if (!html && text.trim() === '' && !mail.attachments?.length) throw new NotComposable('text', 'the mail is empty')
  return {
    text: text.trim() === '' ? ' ' : wellFormed(text),
    ...(html ? { html: wellFormed(html) } : {}),
    attachments: [...(mail.inline ?? []).map(inlined), ...(mail.attachments ?? []).map((file) => attached(file))],
  }
}

/** The plain-text twin of an HTML mail, for those who read text and for those who listen to it. */
export function textTwin(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 4 * 1024 * 1024, maxDepth: 100 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
}

function quotedText(quoted: Quoted | null | undefined): string {
  if (!quoted) return ''
  const lines = quoted.text.split(/\r?\n/).map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
  return `\n\n${oneLine(quoted.introduction)}\n${lines.join('\n')}\n`
}

function quotedHtml(quoted: Quoted | null | undefined): string {
  if (!quoted) return ''
  const inside = quoted.html ?? escaped(quoted.text).replace(/\r?\n/g, '<br>')
  return `<p>${escaped(oneLine(quoted.introduction))}</p><blockquote type="cite" style="margin:0 0 0 .8ex;border-left:2px solid #ccc;padding-left:1ex">${inside}</blockquote>`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function attached({ name, type, content }: Attachment): MailComposerAttachment {
  return {
    filename: fileName(name),
    contentType: mediaType(type),
    content,
    contentDisposition: 'attachment',
    contentTransferEncoding: 'base64',
  }
}

function inlined(image: InlineImage): MailComposerAttachment {
  if (!/^[\w.+@-]{1,120}$/.test(image.cid))
    throw new NotComposable('inline', 'a content id has letters, digits and . + @ _ - only')
  return { ...attached(image), cid: image.cid, contentDisposition: 'inline' }
}

const fileName = (name: string) => oneLine(name).replace(/[/\\]/g, '_').slice(0, 200) || 'attachment'

function mediaType(type: string): string {
  // A mail inside a mail may not be encoded (RFC 2046 §5.2.1), which would change its bytes; as a file it stays what it is.
  return /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) && !/^(message|multipart)\//i.test(type)
    ? type.toLowerCase()
    : 'application/octet-stream'
}

function mailbox(field: string, { name, address }: Address): { name: string; address: string } {
  if (!/^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()\\,;:"@]+$/u.test(address) || address.length > 320) {
    throw new NotComposable(field, `“${oneLine(address).slice(0, 100)}” is not an address`)
  }
  return { name: oneLine(name ?? '').slice(0, 200), address }
}

function messageId(field: string, id: string): string {
  if (!/^<[^\p{Cc}\s<>]{1,900}>$/u.test(id)) throw new NotComposable(field, 'a message id is written <…@…>, without spaces')
  return id
}

// RFC 5322 §3.3; with the person's own offset, because "09:00 +0100" says more than "08:00 +0000".
function inMailForm(date: Temporal.ZonedDateTime): string {
  const at = new Date(date.epochMilliseconds + date.offsetNanoseconds / 1e6).toUTCString() // 'Sat, 21 Nov 2026 09:00:00 GMT'
  return at.replace('GMT', date.offset.replace(':', '').slice(0, 5))
}

const oneLine = (text: string) => wellFormed(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() // prettier-ignore
const wellFormed = (text: string) => text.toWellFormed().replace(/\0/g, '')
const boundary = ({ messageId: id, boundarySeed }: OutgoingMail) =>
  createHash('sha256').update(`${boundarySeed}\n${id}`).digest('hex').slice(0, 32)
